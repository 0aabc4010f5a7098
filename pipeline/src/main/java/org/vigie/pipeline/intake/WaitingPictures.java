package org.vigie.pipeline.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.vigie.capture.extract.page.ImageHash;
import org.vigie.capture.file.FileSink;
import org.vigie.capture.picture.PictureReading;

/** The pictures of one file, each until an advert that names it has come. */
final class WaitingPictures {
  /** More than an export's pictures of one advert take, and little enough for a laptop. */
  private static final long MAX_BYTES = 128L << 20;

  /** Addresses of an advert's pictures, hashed, with spaces between. */
  private static final String ADDRESSES = "context.images";

  private static final Pattern BETWEEN = Pattern.compile("[\\n;]");

  /** Galleries show themselves by their first pictures as well. */
  private static final int MAX_PICTURES = 4;

  private final AdvertPictures pictures;
  private final Map<String, byte[]> waiting = new HashMap<>();
  private final Map<String, PictureReading> read = new HashMap<>();
  private long bytes;

  WaitingPictures(AdvertPictures pictures) {
    this.pictures = pictures;
  }

  /** Takes a picture by its name or address; returns whether there was room for it. */
  boolean take(String name, byte[] picture) {
    if (bytes + picture.length > MAX_BYTES) {
      return false;
    }
    byte[] before = waiting.put(key(name), picture);
    bytes += picture.length - (before == null ? 0 : before.length);
    return true;
  }

  /** Reads a picture that belongs to no advert. */
  PictureReading alone(byte[] picture) throws IOException {
    return pictures.read(picture, "");
  }

  /**
   * Reads the pictures that an advert names, and puts what they say in the place of their names.
   *
   * @param fields of the advert
   * @param unread takes which aren't read, and why
   */
  void addTo(Map<String, String> fields, String language, FileSink unread) throws IOException {
    List<PictureReading> readings = new ArrayList<>();
    String named = fields.getOrDefault(FileSink.PICTURES, "");
    fields.remove(FileSink.PICTURES);
    Set<String> names = new LinkedHashSet<>();
    BETWEEN.splitAsStream(named).map(String::strip).filter(n -> !n.isEmpty()).forEach(names::add);
    for (String name : names.stream().limit(MAX_PICTURES).toList()) {
      if (!read(key(name), name, language, readings, unread)) {
        unread.unread(
            name, "picture-missing", "a picture that an advert names must be there, but isn't");
      }
    }
    for (String address : fields.getOrDefault(ADDRESSES, "").split(" ")) {
      if (readings.size() < MAX_PICTURES) {
        read(address, address, language, readings, unread);
      }
    }
    fields.putAll(AdvertPictures.fields(readings));
  }

  private boolean read(
      String key, String name, String language, List<PictureReading> readings, FileSink unread)
      throws IOException {
    byte[] picture = waiting.remove(key);
    if (picture != null) {
      bytes -= picture.length;
      PictureReading reading = pictures.read(picture, language);
      read.put(key, reading);
      if (!reading.refusal().isEmpty()) {
        unread.unread(name, reading.refusal(), reading.reason());
      }
    }
    PictureReading known = read.get(key);
    if (known != null && known.refusal().isEmpty()) {
      readings.add(known);
    }
    return known != null;
  }

  /** Adverts name pictures of pages by the hash of their address. */
  private static String key(String name) {
    boolean address = name.startsWith("http://") || name.startsWith("https://");
    return address ? ImageHash.ofUrl(name) : name;
  }
}
