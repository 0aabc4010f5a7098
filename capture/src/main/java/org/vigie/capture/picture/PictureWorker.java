package org.vigie.capture.picture;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.vigie.files.digest.Sha256;

/**
 * The process that decodes pictures: it takes them one after the other on standard input, and
 * answers each with a line of JSON. It opens no connection and writes no file.
 */
public final class PictureWorker {
  /** More of a picture's text than any advert has. */
  private static final int MAX_TEXT = 4_096;

  private static final int MAX_CODES = 20;

  /** Why no text was looked for in a picture that comes after many others of its advert. */
  private static final String NOT_ASKED = "beyond-the-first";

  private final PictureDecoder decoder;
  private final KnownPictures known;
  private final Optional<Tesseract> tesseract;
  private final CodeReader codes = new CodeReader();

  private PictureWorker(PictureLimits limits, KnownPictures known, Optional<Tesseract> tesseract) {
    decoder = new PictureDecoder(limits);
    this.known = known;
    this.tesseract = tesseract;
  }

  /**
   * Answers until there are no more questions.
   *
   * @param args bytes, pixels, side, frames, heap in MiB, milliseconds; then lists of known
   *     material
   */
  public static void main(String[] args) throws IOException {
    ImageIO.setUseCache(false);
    PictureLimits limits =
        new PictureLimits(
            Integer.parseInt(args[0]),
            Long.parseLong(args[1]),
            Integer.parseInt(args[2]),
            Integer.parseInt(args[3]),
            Integer.parseInt(args[4]),
            Duration.ofMillis(Long.parseLong(args[5])));
    List<Path> lists = Stream.of(args).skip(6).map(Path::of).toList();
    Optional<Tesseract> tesseract = Tesseract.find(limits.time().dividedBy(2));
    PictureWorker worker = new PictureWorker(limits, KnownPictures.read(lists), tesseract);
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    out.println(tesseract.isPresent());
    out.flush();
    worker.answer(new DataInputStream(new BufferedInputStream(System.in)), out);
  }

  private void answer(DataInputStream in, PrintStream out) throws IOException {
    ObjectMapper json = JsonMapper.builder().build();
    while (true) {
      boolean readsText;
      List<String> languages;
      try {
        readsText = in.readBoolean();
        String named = in.readUTF();
        languages = named.isEmpty() ? List.of() : Arrays.asList(named.split(" "));
      } catch (EOFException e) {
        return; // whoever asked has ended
      }
      byte[] file = in.readNBytes(in.readInt());
      long start = System.nanoTime();
      PictureReading reading = read(file, readsText, languages);
      out.println(json.writeValueAsString(reading.took((System.nanoTime() - start) / 1_000_000)));
      out.flush();
    }
  }

  private PictureReading read(byte[] file, boolean readsText, List<String> languages) {
    String sha256 = Sha256.hex(file);
    if (known.has(file)) {
      return PictureReading.ofKnown(sha256);
    }
    try {
      DecodedPicture picture = decoder.decode(file);
      PdqHasher.Hashed hashed = PdqHasher.of(Luminance.of(picture.frames().getFirst()));
      if (isKnown(hashed) || isAnyKnown(picture.frames(), 1)) {
        return PictureReading.ofKnown(sha256);
      }
      ExifBlock exif = ExifBlock.of(file);
      List<BufferedImage> upright =
          picture.frames().stream()
              .map(frame -> Turned.upright(frame, exif.orientation()))
              .toList();
      if (exif.orientation() != 1 && isAnyKnown(upright, 0)) {
        return PictureReading.ofKnown(sha256);
      }
      PictureDecoder.requireNothingElse(file);
      Read read = readsText ? read(upright, languages) : new Read(codes(upright), "", NOT_ASKED);
      return new PictureReading(
          sha256,
          false,
          PictureReading.Refusal.NONE,
          new PictureReading.Hash(hashed.hash().hex(), hashed.quality()),
          new PictureReading.Shape(
              picture.width(), picture.height(), picture.frames().size(), exif.fields()),
          new PictureReading.Writing(read.text(), read.textUnread()),
          read.codes(),
          0);
    } catch (PictureRefusedException e) {
      return PictureReading.refused(e.kind(), e.reason());
    } catch (OutOfMemoryError e) { // what it took is free again
      return PictureReading.refused(
          "picture-too-large", "a picture must be read within the memory allowed, but isn't");
    }
  }

  /** Whoever turned a picture, or put another before it, has it compared all the same. */
  private boolean isAnyKnown(List<BufferedImage> frames, int first) {
    return frames.stream()
        .skip(first)
        .anyMatch(frame -> isKnown(PdqHasher.of(Luminance.of(frame))));
  }

  private boolean isKnown(PdqHasher.Hashed hashed) {
    return hashed.quality() >= PictureReading.COMPARABLE && known.has(hashed.hash());
  }

  /** What is written in a picture. */
  private record Read(List<PictureCode> codes, String text, String textUnread) {}

  private Read read(List<BufferedImage> frames, List<String> languages) {
    Set<String> lines = new LinkedHashSet<>();
    String unread = tesseract.isEmpty() ? "no-tesseract" : "";
    for (BufferedImage frame : frames) {
      if (tesseract.isPresent() && unread.isEmpty()) {
        unread = text(tesseract.get(), frame, languages, lines);
      }
    }
    return new Read(codes(frames), start(String.join("\n", lines)), unread);
  }

  private List<PictureCode> codes(List<BufferedImage> frames) {
    Map<String, PictureCode> found = new LinkedHashMap<>();
    for (BufferedImage frame : frames) {
      codes.read(frame).forEach(code -> found.putIfAbsent(code.text(), code));
    }
    return found.values().stream()
        .limit(MAX_CODES)
        .map(code -> new PictureCode(code.format(), start(code.text())))
        .toList();
  }

  /** Adds the lines of a frame; returns why they can't be read, or empty. */
  private static String text(
      Tesseract tesseract, BufferedImage frame, List<String> languages, Set<String> lines) {
    try {
      Optional<String> read = tesseract.read(frame, languages);
      read.ifPresent(text -> text.lines().forEach(lines::add));
      return read.isPresent() ? "" : "no-data";
    } catch (IOException e) {
      return "tesseract-failed";
    }
  }

  private static String start(String text) {
    if (text.length() <= MAX_TEXT) {
      return text;
    }
    boolean parts = Character.isHighSurrogate(text.charAt(MAX_TEXT - 1));
    return text.substring(0, parts ? MAX_TEXT - 1 : MAX_TEXT);
  }
}
