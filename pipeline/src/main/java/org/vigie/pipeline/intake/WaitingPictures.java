package org.vigie.pipeline.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.capture.extract.page.ImageHash;
import org.vigie.capture.file.FileSink;
import org.vigie.capture.picture.PictureFields;
import org.vigie.capture.picture.PictureReader;
import org.vigie.capture.picture.PictureReading;

/** The pictures of one file, each until an advert that names it has come. */
final class WaitingPictures {
  /** More than an export's pictures of one advert take, and little enough for a laptop. */
  private static final long MAX_BYTES = 128L << 20;

  /** Galleries show themselves by their first pictures: the text of others isn't looked for. */
  private static final int MOST_WITH_TEXT = 4;

  private final AdvertPictures pictures;
  private final Map<String, byte[]> waiting = new HashMap<>();
  private final Map<String, PictureReading> read = new HashMap<>();
  private final Set<String> told = new HashSet<>();
  private long lateTold;
  private long bytes;

  WaitingPictures(AdvertPictures pictures) {
    this.pictures = pictures;
    lateTold = pictures.late();
  }

  /**
   * Takes a picture by its name or address; returns whether there was room for it. If there wasn't,
   * its text is never looked for, but it is compared with known material.
   */
  boolean take(String name, byte[] picture) {
    String key = key(name);
    drop(key);
    read.remove(key);
    if (bytes + picture.length > MAX_BYTES) {
      PictureReading reading = pictures.readWithoutText(picture);
      read.put(key, reading);
      return reading.known();
    }
    waiting.put(key, picture);
    bytes += picture.length;
    return true;
  }

  /**
   * Reads a picture that belongs to no advert.
   *
   * @throws IOException if the file can't be read
   */
  PictureReading alone(Path file) throws IOException {
    return pictures.read(file);
  }

  /** Reads a picture that belongs to no advert. */
  PictureReading alone(byte[] picture) {
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
    List<String> names = FileSink.pictureNames(fields);
    fields.remove(FileSink.PICTURES);
    Set<String> keys = new LinkedHashSet<>();
    for (String name : names) {
      String key = key(name);
      if (keys.add(key) && !read(key, name, language, readings, unread)) {
        unread.unread(
            name, "picture-missing", "a picture that an advert names must be there, but isn't");
      }
    }
    for (String address : PictureFields.addresses(fields)) {
      if (keys.add(address)) {
        read(address, address, language, readings, unread);
      }
    }
    names.stream().filter(name -> !isAddress(name)).forEach(this::forget);
    fields.putAll(PictureFields.of(readings));
  }

  /**
   * Compares the pictures that no advert named: a page's advert names few of those that the page
   * shows. Without known material there is nothing to compare them with.
   *
   * @return names of those that are known → what was read of them, which is nothing
   */
  Map<String, PictureReading> knownAmongOthers() {
    Map<String, PictureReading> known = new TreeMap<>();
    if (pictures.compares()) {
      for (Map.Entry<String, byte[]> other : waiting.entrySet()) {
        if (!read.containsKey(other.getKey())) { // those were compared with their advert
          PictureReading reading = pictures.readWithoutText(other.getValue());
          if (reading.known()) {
            known.put(other.getKey(), reading);
          }
        }
      }
    }
    return known;
  }

  /** Returns whether a picture came too late to be read: those are counted and told of at once. */
  static boolean isLate(PictureReading reading) {
    return reading.refusal().kind().equals(PictureReader.OUT_OF_TIME);
  }

  /** Returns how many pictures came too late since this was asked last. */
  long takeLate() {
    long late = pictures.late() - lateTold;
    lateTold += late;
    return late;
  }

  /** Returns whether there is such a picture. */
  private boolean read(
      String key, String name, String language, List<PictureReading> readings, FileSink unread)
      throws IOException {
    boolean withText = readings.size() < MOST_WITH_TEXT;
    byte[] picture = waiting.get(key);
    if (picture != null && withText) {
      drop(key);
      read.put(key, pictures.read(picture, language));
    } else if (picture != null && !read.containsKey(key)) {
      read.put(key, pictures.readWithoutText(picture)); // another advert may have it as its first
    }
    PictureReading reading = read.get(key);
    if (reading == null) {
      return false;
    }
    if (reading.refusal().kind().isEmpty()) {
      readings.add(reading);
    } else if (!isLate(reading) && told.add(reading.refusal().kind() + " " + name)) {
      unread.unread(name, reading.refusal().kind(), reading.refusal().reason());
    }
    return true;
  }

  /** Other rows name other pictures by the same name: a name counts from where its row stands. */
  private void forget(String name) {
    drop(key(name));
    read.remove(key(name));
  }

  private void drop(String key) {
    byte[] before = waiting.remove(key);
    bytes -= before == null ? 0 : before.length;
  }

  private static boolean isAddress(String name) {
    return name.startsWith("http://") || name.startsWith("https://");
  }

  /** Adverts name pictures of pages by the hash of their address. */
  private static String key(String name) {
    return isAddress(name) ? ImageHash.ofUrl(name) : name;
  }
}
