/** What is known of a file from its name and its bytes. */
export interface FileFacts {
  /** The end of its name, without the dot, in lower case; `""` without one. */
  readonly extension: string;
  /** Its MIME type; `""` where the extension is not known. */
  readonly mimeType: string;
  /** The pixels of an image, else 0. */
  readonly width: number;
  readonly height: number;
}

const mimeTypes: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  bmp: "image/bmp",
  svg: "image/svg+xml",
  pdf: "application/pdf",
  zip: "application/zip",
  gz: "application/gzip",
  json: "application/json",
  xml: "text/xml; charset=utf-8",
  html: "text/html; charset=utf-8",
  htm: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  mp3: "audio/mpeg",
  wav: "audio/x-wav",
  mp4: "video/mp4",
  webm: "video/webm",
  doc: "application/msword",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xls: "application/vnd.ms-excel",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Looks at a file's name, and at its first bytes if it is an image. */
export function fileFacts(name: string, data: Uint8Array): FileFacts {
  const dot = name.lastIndexOf(".");
  const extension = dot < 0 ? "" : name.slice(dot + 1).toLowerCase();
  const mimeType = mimeTypes[extension] ?? "";
  const size = mimeType.startsWith("image/") ? imageSize(data) : undefined;
  return { extension, mimeType, width: size?.width ?? 0, height: size?.height ?? 0 };
}

/** The pixels of a PNG, GIF, BMP, JPEG or WebP image; undefined for what is none of them. */
export function imageSize(data: Uint8Array): { width: number; height: number } | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const begins = (text: string, at = 0) =>
    data.length >= at + text.length &&
    [...text].every((letter, index) => data[at + index] === letter.charCodeAt(0));
  if (begins("\x89PNG\r\n\x1a\n") && data.length >= 24) {
    return { width: view.getUint32(16), height: view.getUint32(20) };
  }
  if ((begins("GIF87a") || begins("GIF89a")) && data.length >= 10) {
    return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  }
  if (begins("BM") && data.length >= 26) {
    return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
  }
  if (begins("\xff\xd8\xff")) return jpegSize(view);
  if (begins("RIFF") && begins("WEBPVP8X", 8) && data.length >= 30) {
    const three = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
    return { width: three(24) + 1, height: three(27) + 1 };
  }
  if (begins("RIFF") && begins("WEBPVP8 ", 8) && data.length >= 30) {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  return undefined;
}

/** Goes from segment to segment to the one that says how large the image is. */
function jpegSize(view: DataView): { width: number; height: number } | undefined {
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const kind = view.getUint8(at + 1);
    if (kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind)) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
