package org.vigie.capture.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text in a picture, as the program {@code tesseract} reads it. It gets shades of grey that
 * were decoded before, never a file from outside.
 */
final class Tesseract {
  /** Tesseract reads letters best that are some 30 points high; enlarging others harms. */
  private static final int SMALL = 300;

  private static final int LARGE = 2_200;

  /** One column of lines of any size: parting pages into columns loses lines of adverts. */
  private static final String ONE_COLUMN = "4";

  /** Which script it is, and which side is up. */
  private static final String SCRIPT_ALONE = "0";

  /** Of data that knows scripts and directions. */
  private static final String DIRECTIONS = "osd";

  /** Below, Tesseract's manual calls a direction a guess. */
  private static final double SURE = 2.0;

  private static final Pattern SCRIPT = Pattern.compile("Script: (\\w+)");
  private static final Pattern ROTATE = Pattern.compile("Rotate: (\\d+)");
  private static final Pattern CONFIDENCE = Pattern.compile("Orientation confidence: ([\\d.]+)");

  /** An underscore ends no word: what comes after it was read as a word of its own. */
  private static final Pattern PARTED = Pattern.compile("_ (?=[\\p{L}\\p{N}])");

  /** Marks of direction, which are no part of what was written. */
  private static final Pattern MARKS = Pattern.compile("[\u200e\u200f\u202a-\u202e]");

  private static final Duration START_LIMIT = Duration.ofSeconds(5);

  private static final String BOUNDED =
      "ulimit -c 0 2>/dev/null; ulimit -v 2000000 2>/dev/null; exec \"$@\"";

  private final TesseractLanguages data;
  private final Duration limit;

  private Tesseract(TesseractLanguages data, Duration limit) {
    this.data = data;
    this.limit = limit;
  }

  /**
   * Returns the program as it is installed, or nothing where it isn't.
   *
   * @param limit how long it may take for a picture
   */
  static Optional<Tesseract> find(Duration limit) {
    try {
      String listed = run(START_LIMIT, null, List.of("tesseract", "--list-langs"));
      Set<String> languages =
          listed.lines().skip(1).map(String::strip).collect(Collectors.toUnmodifiableSet());
      return languages.isEmpty()
          ? Optional.empty()
          : Optional.of(new Tesseract(new TesseractLanguages(languages), limit));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns the text of a picture; nothing if there is no trained data that could read it.
   *
   * @param asked ISO 639-1 codes in which it may be; if there is data for none, its letters tell
   * @throws IOException if the program fails or takes too long
   */
  Optional<String> read(BufferedImage picture, List<String> asked) throws IOException {
    BufferedImage grey = Scaled.grey(picture, scale(picture));
    List<String> languages = data.readable(asked);
    List<String> with = data.of(languages);
    if (data.has(DIRECTIONS) && (languages.isEmpty() || isTall(picture))) {
      Look look = look(grey);
      grey = Turned.upright(grey, look.orientation());
      with = languages.isEmpty() ? data.ofScript(look.script()) : with;
    }
    if (with.isEmpty()) {
      return Optional.empty();
    }
    String text = text(grey, with);
    return Optional.of(
        with.size() > 1 && LatinContacts.mayBeIn(text)
            ? LatinContacts.with(text, text(grey, List.of(TesseractLanguages.LATIN)))
            : text);
  }

  private String text(BufferedImage grey, List<String> with) throws IOException {
    String printed =
        tesseract(
            grey,
            "-l",
            String.join("+", with),
            "--psm",
            ONE_COLUMN,
            "-c",
            "tessedit_create_tsv=1",
            "-c",
            "tessedit_create_txt=1");
    return tidy(String.join("\n", SureLines.of(printed.replace('\f', '\n'))));
  }

  /** A line of letters that lies on its side is higher than wide. */
  private static boolean isTall(BufferedImage picture) {
    return picture.getHeight() > 2 * picture.getWidth();
  }

  private static double scale(BufferedImage picture) {
    int side = Math.max(picture.getWidth(), picture.getHeight());
    return side < SMALL ? 2 : side > LARGE ? (double) LARGE / side : 1;
  }

  /**
   * How a picture's letters look.
   *
   * @param orientation as EXIF counts: 1, 3, 6 or 8
   * @param script as Tesseract names it, or empty
   */
  private record Look(int orientation, String script) {}

  /** Too few letters tell neither; the program then ends with an error. */
  private Look look(BufferedImage grey) {
    String said;
    try {
      said = tesseract(grey, "--psm", SCRIPT_ALONE);
    } catch (IOException e) {
      return new Look(1, "Latin");
    }
    Matcher script = SCRIPT.matcher(said);
    Matcher rotate = ROTATE.matcher(said);
    Matcher confidence = CONFIDENCE.matcher(said);
    boolean sure = confidence.find() && Double.parseDouble(confidence.group(1)) >= SURE;
    int orientation = 1;
    if (sure && rotate.find()) {
      orientation =
          switch (rotate.group(1)) {
            case "90" -> 6;
            case "180" -> 3;
            case "270" -> 8;
            default -> 1;
          };
    }
    return new Look(orientation, script.find() ? script.group(1) : "Latin");
  }

  private String tesseract(BufferedImage grey, String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of("tesseract", "-", "-", "--dpi", "150"));
    command.addAll(List.of(options));
    return run(limit, grey, command);
  }

  /**
   * Memory is bounded by the shell that the program starts from, which also forbids it to leave its
   * memory, and with it the picture, in a file when it crashes; one thread a picture.
   */
  private static String run(Duration limit, @Nullable BufferedImage input, List<String> command)
      throws IOException {
    List<String> bounded = new ArrayList<>(List.of("sh", "-c", BOUNDED, "sh"));
    bounded.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(bounded);
    builder.environment().put("OMP_THREAD_LIMIT", "1");
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      Thread feeder = Thread.ofVirtual().start(() -> feed(process, input));
      Thread watch = Thread.ofVirtual().start(() -> end(process, limit));
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      watch.interrupt();
      feeder.join();
      if (code != 0) {
        throw new IOException("tesseract must end with 0, but ended with " + code);
      }
      return said;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while tesseract was running", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static void end(Process process, Duration limit) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      // It has ended.
    }
  }

  /** As a portable grey map, the plainest form that Tesseract takes. */
  private static void feed(Process process, @Nullable BufferedImage picture) {
    try (OutputStream out = process.getOutputStream()) {
      if (picture != null) {
        String head = "P5 %d %d 255\n".formatted(picture.getWidth(), picture.getHeight());
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
      }
    } catch (IOException e) {
      // It has ended without reading on, and its exit code tells why.
    }
  }

  private static String tidy(String read) {
    String lines =
        MARKS
            .matcher(read)
            .replaceAll("")
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"));
    return PARTED.matcher(lines).replaceAll("_");
  }
}
