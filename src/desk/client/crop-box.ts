/** The part of a picture that is kept, in whole pixels: moved, stretched and turned, and never beyond the picture. */

export interface Size {
  width: number;
  height: number;
}

export interface Box extends Size {
  left: number;
  top: number;
}

/** Which corner is moved: 0 is left and top, 1 right and bottom. */
export interface Corner {
  x: 0 | 1;
  y: 0 | 1;
}

export const LAST_CORNER: Corner = { x: 1, y: 1 };

/** Pixels; a side that is shorter is kept whole. */
const SMALLEST = 16;

/** The largest part of this ratio (width to height), in the middle; the whole picture where any will do. */
export function largest({ width, height }: Size, ratio?: number): Box {
  const wide = ratio === undefined ? width : Math.min(width, Math.round(height * ratio));
  const high = ratio === undefined ? height : Math.min(height, Math.round(width / ratio));
  return {
    left: Math.floor((width - wide) / 2),
    top: Math.floor((height - high) / 2),
    width: wide,
    height: high,
  };
}

export function moved(box: Box, size: Size, across: number, down: number): Box {
  return {
    ...box,
    left: clamp(Math.round(box.left + across), 0, size.width - box.width),
    top: clamp(Math.round(box.top + down), 0, size.height - box.height),
  };
}

/**
 * One corner goes elsewhere, the one across from it stays.
 * @param across pixels to the right, @param down pixels down
 */
export function stretched(
  box: Box,
  size: Size,
  { x, y }: Corner,
  { across, down, ratio }: { across: number; down: number; ratio?: number | undefined },
): Box {
  const right = box.left + box.width;
  const bottom = box.top + box.height;
  const room = {
    width: x === 1 ? size.width - box.left : right,
    height: y === 1 ? size.height - box.top : bottom,
  };
  let width = box.width + (x === 1 ? across : -across);
  let height = box.height + (y === 1 ? down : -down);
  if (ratio !== undefined) {
    // The side that was moved further leads.
    const byHeight = height * ratio;
    if (Math.abs(byHeight - box.width) > Math.abs(width - box.width)) width = byHeight;
    const least = Math.max(SMALLEST, SMALLEST * ratio);
    width = clamp(width, least, Math.min(room.width, room.height * ratio));
    height = width / ratio;
  }
  width = clamp(Math.round(width), Math.min(SMALLEST, room.width), room.width);
  height = clamp(Math.round(height), Math.min(SMALLEST, room.height), room.height);
  return {
    left: x === 1 ? box.left : right - width,
    top: y === 1 ? box.top : bottom - height,
    width,
    height,
  };
}

/** The same part once the picture is turned by a quarter. @param size before */
export function turned({ left, top, width, height }: Box, size: Size, isClockwise: boolean): Box {
  return isClockwise
    ? { left: size.height - top - height, top: left, width: height, height: width }
    : { left: top, top: size.width - left - width, width: height, height: width };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, Math.min(least, most)), most);
}
