package org.vigie.pipeline.intake;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Capture;
import org.vigie.capture.extract.AdvertExtractor;
import org.vigie.capture.extract.Unread;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.file.FileSink;
import org.vigie.capture.file.TableStart;
import org.vigie.capture.picture.PictureFields;
import org.vigie.capture.picture.PictureReading;
import org.vigie.files.digest.Sha256;

/**
 * What a file of people's holds, written as lines of the schema advert-v1: from there on it is an
 * input as any other. What can't be read is a line that says why.
 */
final class KeptFile implements FileSink, AutoCloseable {
  /** Where pages stand of which nothing says where they stood (RFC 2606). */
  private static final String NOWHERE = "https://saved.invalid/page";

  /** More tables of one file nobody looks at. */
  private static final int MOST_TABLES = 3;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JsonGenerator out;
  private final AdvertExtractor extractor;
  private final String name;
  private final String mandate;
  private final Instant at;
  private final List<TableStart> tables = new ArrayList<>();
  private final @Nullable WaitingPictures pictures;

  /** SHA-256 of the pictures that aren't read; null where nobody wants to know. */
  private final @Nullable Set<String> left;

  private long adverts;
  private long unread;
  private String firstReason = "";

  /**
   * @param name of the file that is read
   * @param at when it was accepted
   * @param pictures reads those of its adverts; null if they aren't to be looked at
   */
  KeptFile(
      Path kept,
      AdvertExtractor extractor,
      String name,
      String mandate,
      Instant at,
      @Nullable AdvertPictures pictures)
      throws IOException {
    boolean reads = pictures != null && pictures.reads();
    this.pictures = pictures != null && reads ? new WaitingPictures(pictures) : null;
    left = pictures == null || reads ? null : new HashSet<>();
    out = JSON.createGenerator(new BufferedOutputStream(Files.newOutputStream(kept)));
    out.setRootValueSeparator(new com.fasterxml.jackson.core.io.SerializedString("\n"));
    this.extractor = extractor;
    this.name = name;
    this.mandate = mandate;
    this.at = at;
  }

  long adverts() {
    return adverts;
  }

  long unread() {
    return unread;
  }

  /** Returns how the first tables in it begin. */
  List<TableStart> tables() {
    return List.copyOf(tables);
  }

  @Override
  public void table(TableStart start) {
    if (tables.size() < MOST_TABLES) {
      tables.add(start);
    }
  }

  /** Returns why the first part that isn't read isn't, or empty. */
  String firstReason() {
    return firstReason;
  }

  @Override
  public void row(Map<String, String> parts, Map<String, String> fields) throws IOException {
    Map<String, String> declared = new TreeMap<>(fields);
    if (pictures != null) {
      pictures.addTo(declared, parts.getOrDefault("lang", ""), this);
      if (!says(parts) && !hasPicture(declared)) {
        return; // a photograph without a word, which AdvertPictures counts
      }
    } else if (left != null && declared.remove(PICTURES) != null && !says(parts)) {
      return; // a photograph alone, which is among those that are left
    }
    adverts++;
    Map<String, Object> line = new TreeMap<>(parts);
    line.put("fields", declared);
    JSON.writeValue(out, line);
  }

  private static boolean says(Map<String, String> parts) {
    return parts.containsKey("text") || parts.containsKey("title");
  }

  private static boolean hasPicture(Map<String, String> fields) {
    return fields.containsKey(Advert.PICTURES) || fields.containsKey(Advert.KNOWN_PICTURE);
  }

  @Override
  public boolean readsPictures() {
    return pictures != null || left != null;
  }

  @Override
  public void picture(String part, byte[] picture) throws IOException {
    leave(Sha256.of(picture));
    if (pictures != null && !pictures.take(part, picture)) {
      unread(
          part,
          "too-many-pictures",
          "the pictures of one file must fit in 128 MiB for their text to be read, but don't");
    }
  }

  @Override
  public void lonePicture(String part, byte[] picture) throws IOException {
    leave(Sha256.of(picture));
    if (pictures != null) {
      lonePicture(part, pictures.alone(picture));
    }
  }

  /** Takes a picture that is a file and belongs to nothing else. */
  void lonePicture(String part, Path file) throws IOException {
    if (pictures == null) {
      leave(Sha256.of(file));
      return;
    }
    PictureReading read;
    try {
      read = pictures.alone(file);
    } catch (IOException e) {
      unread(part, "picture-unreadable", "a picture must be readable, but isn't");
      return;
    }
    lonePicture(part, read);
  }

  private void leave(String picture) {
    if (left != null) {
      left.add(picture);
    }
  }

  /** Says how many pictures weren't read: the mandate permits none, or they came too late. */
  void leftPictures() throws IOException {
    long late = pictures == null ? 0 : pictures.takeLate();
    if (late > 0) {
      unread(
          "",
          "pictures-out-of-time",
          "pictures are read within the time that a file has, further ones compared with known material byte for byte alone; not read: %d"
              .formatted(late));
    }
    if (left != null && !left.isEmpty()) {
      unread(
          "",
          "pictures-not-permitted",
          "pictures are read under a mandate that permits it (permits: pictures); not read: %d"
              .formatted(left.size()));
      left.clear();
    }
  }

  /** Keeps what is known of pictures that no advert named, each as an advert of its own. */
  void knownPictures() throws IOException {
    if (pictures == null) {
      return;
    }
    for (Map.Entry<String, PictureReading> known : pictures.knownAmongOthers().entrySet()) {
      lonePicture(known.getKey(), known.getValue());
    }
  }

  private void lonePicture(String part, PictureReading read) throws IOException {
    if (WaitingPictures.isLate(read)) {
      return; // leftPictures() tells of all at once
    }
    if (!read.refusal().kind().isEmpty()) {
      unread(part, read.refusal().kind(), read.refusal().reason());
      return;
    }
    Map<String, String> fields = PictureFields.of(List.of(read));
    if (hasPicture(fields)) {
      row(Map.of("id", part), fields);
    }
  }

  /** Keeps a line of the schema as it is. */
  void line(String line) throws IOException {
    adverts++;
    out.writeRaw('\n');
    out.writeRaw(line);
    out.writeRaw('\n');
  }

  @Override
  public void page(String url, String type, byte[] body, @Nullable Instant fetched)
      throws IOException {
    if (body.length == 0) {
      return;
    }
    Capture capture =
        new Capture(
            url.isEmpty() ? NOWHERE : url,
            fetched == null ? at : fetched,
            200,
            type.isEmpty() ? Map.of() : Map.of("content-type", type),
            "",
            name,
            0,
            mandate);
    Extraction read = extractor.extract(capture, body);
    if (!read.failure().isEmpty()) {
      unread(url, "not-extractable", read.failure());
    } else if (!read.unread().isEmpty()) {
      unread(url, read.unread(), Unread.of(read.unread()).reason());
    }
    for (Advert advert : read.adverts()) {
      row(parts(advert, fetched), advert.fields());
    }
  }

  private Map<String, String> parts(Advert advert, @Nullable Instant fetched) {
    Map<String, String> parts = new TreeMap<>();
    boolean nowhere = advert.url().startsWith("https://saved.invalid/");
    parts.put("id", advert.sourceId());
    parts.put("url", nowhere ? "" : advert.url());
    parts.put("site", advert.url().isEmpty() || nowhere ? name : advert.site());
    parts.put("channel", advert.channel().label());
    parts.put("posted", advert.postedAt() == null ? "" : advert.postedAt().toString());
    parts.put("seen", fetched == null || fetched.isAfter(at) ? "" : fetched.toString());
    parts.put("lang", advert.language());
    parts.put("country", advert.country());
    parts.put("place", advert.place());
    parts.put("title", advert.title());
    parts.put("text", advert.body());
    parts.values().removeIf(String::isEmpty);
    return parts;
  }

  @Override
  public void unread(String part, String kind, String reason) throws IOException {
    unread++;
    firstReason = firstReason.isEmpty() ? reason : firstReason;
    JSON.writeValue(
        out, Map.of("unread", new TreeMap<>(Map.of("part", part, "kind", kind, "reason", reason))));
  }

  @Override
  public void close() throws IOException {
    out.writeRaw('\n');
    out.close();
  }
}
