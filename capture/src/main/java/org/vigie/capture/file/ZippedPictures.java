package org.vigie.capture.file;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.picture.PictureKind;

/** The pictures in a zip, of which the other files name some. */
final class ZippedPictures {
  private final Map<String, byte[]> parts;
  private final Set<String> named = new HashSet<>();

  /**
   * @param parts name → content of all files in it
   */
  ZippedPictures(Map<String, byte[]> parts) {
    this.parts = parts;
  }

  /** Returns a sink that finds what the rows of a file name. */
  FileSink beside(String file, FileSink sink) {
    String folder = file.substring(0, file.lastIndexOf('/') + 1);
    return new PicturesBeside(sink, name -> find(folder, name));
  }

  /** A name may count from the folder of the file, or from the root of the export. */
  private byte @Nullable [] find(String folder, String name) {
    for (String path : new String[] {folder + name, name}) {
      byte[] found = parts.get(path);
      if (found != null && PictureKind.isPicture(found)) {
        named.add(path);
        return found;
      }
    }
    return null;
  }

  /** Hands on the pictures that no file named. */
  void handOnOthers(FileSink sink) throws IOException {
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      if (!named.contains(part.getKey()) && PictureKind.isPicture(part.getValue())) {
        sink.lonePicture(part.getKey(), part.getValue());
      }
    }
  }
}
