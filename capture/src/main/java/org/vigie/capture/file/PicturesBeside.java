package org.vigie.capture.file;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hands on rows behind the pictures that they name, which lie beside the file that the rows stand
 * in.
 */
public final class PicturesBeside implements FileSink {
  private final FileSink sink;
  private final Folder folder;

  /** Those of the next row that stand in the file itself, as in mails, and so not beside it. */
  private final Set<String> within = new HashSet<>();

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
    if (!sink.readsPictures() || !fields.containsKey(PICTURES)) {
      sink.row(parts, fields);
      return;
    }
    List<String> names = new ArrayList<>();
    for (String name : FileSink.pictureNames(fields)) {
      if (within.contains(name) || find(name)) {
        names.add(name);
      }
    }
    within.clear();
    Map<String, String> readable = new HashMap<>(fields);
    readable.put(PICTURES, String.join("\n", names));
    sink.row(parts, readable);
  }

  /** Hands on a picture that is there; returns false only if it is, and can't be read. */
  private boolean find(String name) throws IOException {
    byte[] found;
    try {
      found = folder.find(name);
    } catch (IOException e) { // of this picture, and no fault of the file that names it
      sink.unread(
          name, "picture-unreadable", "a picture that an advert names must be readable, but isn't");
      return false;
    }
    if (found != null) {
      sink.picture(name, found);
    }
    return true;
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
    within.add(name);
    sink.picture(name, picture);
  }

  @Override
  public void lonePicture(String name, byte[] picture) throws IOException {
    sink.lonePicture(name, picture);
  }

  @Override
  public void table(TableStart start) {
    sink.table(start);
  }

  @Override
  public void unread(String part, String kind, String reason) throws IOException {
    sink.unread(part, kind, reason);
  }
}
