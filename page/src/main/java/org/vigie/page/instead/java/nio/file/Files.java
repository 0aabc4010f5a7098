package org.vigie.page.instead.java.nio.file;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.vigie.page.PageData;

/** The parts of the page's data as files. */
public final class Files {
  private Files() {}

  public static byte[] readAllBytes(Path path) {
    return PageData.bytes(path.toString());
  }

  public static InputStream newInputStream(Path path, java.nio.file.OpenOption... options) {
    return new ByteArrayInputStream(readAllBytes(path));
  }

  public static String readString(Path path) {
    return new String(readAllBytes(path), StandardCharsets.UTF_8);
  }

  public static long size(Path path) {
    return PageData.part(path.toString()).remaining();
  }

  public static boolean exists(Path path, LinkOption... options) {
    return PageData.has(path.toString());
  }

  public static boolean isRegularFile(Path path, LinkOption... options) {
    return exists(path);
  }
}
