"""How near one image is to another, by Pillow alone."""

import math

from PIL import Image, ImageMath

_BLOCK = 8  # pixels, of the windows of SSIM
_C1, _C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2


def psnr(one: Image.Image, other: Image.Image) -> float:
    """Peak signal to noise of the luma, in decibels; above 40 no difference is seen."""
    error = _mean(
        ImageMath.lambda_eval(lambda v: (v["a"] - v["b"]) ** 2, a=_luma(one), b=_luma(other))
    )
    return 10 * math.log10(255**2 / error) if error else math.inf


def ssim(one: Image.Image, other: Image.Image) -> float:
    """Structural similarity of the luma, 1 for equal images; the mean over blocks of 8 × 8."""
    a, b = _luma(one), _luma(other)

    def mean(left: Image.Image, right: Image.Image) -> Image.Image:
        return ImageMath.lambda_eval(lambda v: v["l"] * v["r"], l=left, r=right).reduce(_BLOCK)

    def likeness(v: dict[str, Image.Image]) -> Image.Image:
        variances = v["aa"] - v["a"] * v["a"] + v["bb"] - v["b"] * v["b"]
        covariance = v["ab"] - v["a"] * v["b"]
        light = (v["a"] * v["b"] * 2 + _C1) / (v["a"] * v["a"] + v["b"] * v["b"] + _C1)
        return light * (covariance * 2 + _C2) / (variances + _C2)

    means = {"aa": mean(a, a), "bb": mean(b, b), "ab": mean(a, b)}
    return _mean(ImageMath.lambda_eval(likeness, a=a.reduce(_BLOCK), b=b.reduce(_BLOCK), **means))


def _luma(image: Image.Image) -> Image.Image:
    return image.convert("L").convert("F")


def _mean(image: Image.Image) -> float:
    value = image.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(value, float)
    return value
