package org.vigie.capture.file;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hands on rows behind the pictures that they name, which lie beside the file that the rows stand
 * in.
 */
public final class PicturesBeside implements FileSink {
  /** Galleries show themselves by their first pictures as well. */
  private static final int MAX_PICTURES = 4;

  private final FileSink sink;
  private final Folder folder;

  /** Where pictures lie. */
  @FunctionalInterface
  public interface Folder {
    /**
     * Returns the picture of a name, or null if there is none.
     *
     * @param name as a row has it: a path relative to the file, with slashes
     */
    byte @Nullable [] find(String name) throws IOException;
  }

  public PicturesBeside(FileSink sink, Folder folder) {
    this.sink = sink;
    this.folder = folder;
  }

  @Override
  public void row(Map<String, String> parts, Map<String, String> fields) throws IOException {
    if (sink.readsPictures()) {
      for (String name : fields.getOrDefault(PICTURES, "").lines().limit(MAX_PICTURES).toList()) {
        find(name.strip());
      }
    }
    sink.row(parts, fields);
  }

  /** A name may be that of a picture that stands in the file itself, as in mails. */
  private void find(String name) throws IOException {
    byte[] found = folder.find(name);
    if (found != null) {
      sink.picture(name, found);
    }
  }

  @Override
  public void page(String url, String type, byte[] body, @Nullable Instant at) throws IOException {
    sink.page(url, type, body, at);
  }

  @Override
  public boolean readsPictures() {
    return sink.readsPictures();
  }

  @Override
  public void picture(String name, byte[] picture) throws IOException {
    sink.picture(name, picture);
  }

  @Override
  public void lonePicture(String name, byte[] picture) throws IOException {
    sink.lonePicture(name, picture);
  }

  @Override
  public void unread(String part, String kind, String reason) throws IOException {
    sink.unread(part, kind, reason);
  }
}
