import startCode from "qrcode-generator";
import { useMemo } from "react";

/** Modules of quiet around the code: four, as ISO/IEC 18004 asks. */
const QUIET = 4;

/** An address as a QR code, dark on white in both themes: cameras do not read it the other way round. */
export function QrCode({ words, label }: { readonly words: string; readonly label: string }) {
  const { size, path } = useMemo(() => drawCode(words), [words]);
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** The dark modules as one path of unit squares; `size` is in modules, quiet zone included. */
function drawCode(words: string): { size: number; path: string } {
  const code = startCode(0, "M");
  code.addData(words);
  code.make();
  const count = code.getModuleCount();
  const squares: string[] = [];
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (code.isDark(row, column)) squares.push(`M${column + QUIET} ${row + QUIET}h1v1h-1z`);
    }
  }
  return { size: count + 2 * QUIET, path: squares.join("") };
}
