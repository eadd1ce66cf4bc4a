"""Pictures of marked areas as cards show them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap

from zzpreader.model.annotation import Annotation
from zzpreader.session.area_pictures import AreaPictures

MOST_PX = 140
"""How high one is at most."""

_PX_PER_POINT = 96 / 72
"""Nothing is shown larger than at 100 %."""

_KEPT = 64


class CardPictures:
    def __init__(self, areas: AreaPictures) -> None:
        self._areas = areas
        self._scaled: dict[tuple[int, int, int, float], QPixmap] = {}

    def size(self, annotation: Annotation, width_px: int) -> QSize:
        """Empty for what has no picture. Cheap: it is asked of all cards."""
        size = self._areas.size(annotation)
        if size is None:
            return QSize(0, 0)
        scale = min(_PX_PER_POINT, width_px / size.width, MOST_PX / size.height)
        return QSize(max(round(size.width * scale), 1), max(round(size.height * scale), 1))

    def get(self, annotation: Annotation, size: QSize, device: float) -> QPixmap | None:
        """As sharp as the screen; None while it is not there."""
        image = self._areas.get(annotation)
        if image is None or image.isNull():
            return None
        key = (image.cacheKey(), size.width(), size.height(), device)
        if key not in self._scaled:
            aspect, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            scaled = QPixmap.fromImage(image.scaled(size * device, aspect, smooth))
            scaled.setDevicePixelRatio(device)
            self._scaled[key] = scaled
            if len(self._scaled) > _KEPT:
                del self._scaled[next(iter(self._scaled))]
        return self._scaled[key]
