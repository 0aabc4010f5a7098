package org.vigie.capture.picture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads pictures and keeps none. Each is decoded in a process of its own heap, which has no network
 * where the system can take it away ({@link PictureProcess}), and which is ended when a picture
 * takes too long; the next picture has a new one.
 */
public final class PictureReader implements AutoCloseable {
  /** Why a picture is refused that wasn't reached in time. */
  public static final String OUT_OF_TIME = "picture-out-of-time";

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final PictureLimits limits;
  private final List<Path> known;
  private @Nullable PictureProcess process;
  private boolean started;
  private boolean lacksText;

  /** For pictures too large to be handed on; few runs meet one. */
  private @Nullable KnownPictures lists;

  /**
   * @param known lists of {@linkplain KnownPictures known material}
   * @throws IOException if a list can't be read
   */
  public PictureReader(PictureLimits limits, List<Path> known) throws IOException {
    this.limits = limits;
    this.known = List.copyOf(known);
    KnownPictures.read(known); // so that a list that is wrong is told of at once
  }

  /**
   * Reads a picture.
   *
   * @param file its bytes
   * @param languages ISO 639-1 codes of the languages that may be written in it; others are passed
   *     over; if there are none, its letters tell as far as they can
   * @return what was read, or why it wasn't
   * @throws PictureProcessException if no process can be started
   */
  public synchronized PictureReading read(byte[] file, List<String> languages) {
    return read(file, true, languages);
  }

  /**
   * Compares a picture with the lists and reads its codes, but not its text, which takes longest.
   *
   * @throws PictureProcessException if no process can be started
   */
  public synchronized PictureReading readWithoutText(byte[] file) {
    return read(file, false, List.of());
  }

  /**
   * Reads a picture of any size: one beyond the limit is compared with the lists byte for byte.
   *
   * @throws IOException if the file can't be read
   */
  public synchronized PictureReading read(Path file, List<String> languages) throws IOException {
    long size = Files.size(file);
    if (size <= limits.bytes()) {
      return read(Files.readAllBytes(file), languages);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return lists().find(in).map(PictureReading::ofKnown).orElseGet(() -> tooLarge(size));
    }
  }

  /**
   * Compares a picture with the lists byte for byte and doesn't decode it, for want of time.
   *
   * @return a known one, or one that is refused as {@link #OUT_OF_TIME}
   */
  public synchronized PictureReading compare(byte[] file) {
    return known(file)
        .orElseGet(() ->
            PictureReading.refused(
                OUT_OF_TIME, "a picture must be reached within the time that its file has"));
  }

  /** Returns whether there is known material to compare with. */
  public boolean compares() {
    return !known.isEmpty();
  }

  /** Returns the codes of languages that a reading of these depends on. */
  public static List<String> codes(List<String> languages) {
    return TesseractLanguages.codes(languages);
  }

  private PictureReading read(byte[] file, boolean readsText, List<String> languages) {
    if (file.length > limits.bytes()) {
      return known(file).orElseGet(() -> tooLarge(file.length));
    }
    PictureProcess running = running();
    @Nullable String answer = running.ask(file, readsText, codes(languages));
    if (answer == null) {
      end(running);
      return PictureReading.refused(
          "picture-too-costly",
          "a picture must be read within %d seconds and %d MiB, but isn't"
              .formatted(limits.time().toSeconds(), limits.heap()));
    }
    @Nullable PictureReading reading = parsed(answer);
    if (reading == null) {
      end(running); // whatever it is doing now, it isn't reading pictures
      return PictureReading.refused(
          "picture-process-failed",
          "the process that decodes a picture must answer with what it read, but didn't");
    }
    return reading;
  }

  /** Returns what an answer tells, or null if it is none. */
  static @Nullable PictureReading parsed(String answer) {
    try {
      return JSON.readValue(answer, PictureReading.class);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private Optional<PictureReading> known(byte[] file) {
    try {
      return lists().find(new ByteArrayInputStream(file)).map(PictureReading::ofKnown);
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory are always readable", e);
    }
  }

  private PictureReading tooLarge(long size) {
    return PictureReading.refused(
        "picture-too-large",
        "a picture must have at most %d bytes, but has %d".formatted(limits.bytes(), size));
  }

  private KnownPictures lists() {
    KnownPictures read = lists;
    if (read == null) {
      try {
        read = KnownPictures.read(known);
      } catch (IOException e) {
        throw new UncheckedIOException("lists of known pictures must stay readable", e);
      }
      lists = read;
    }
    return read;
  }

  private void end(PictureProcess running) {
    running.kill();
    process = null;
  }

  private PictureProcess running() {
    PictureProcess running = process;
    if (running == null) {
      running = start();
      started = true;
      lacksText = !running.readsText();
      process = running;
    }
    return running;
  }

  /** What a busy machine refuses once, it may grant the next moment. */
  private PictureProcess start() {
    try {
      return PictureProcess.start(limits, known);
    } catch (IOException e) {
      try {
        return PictureProcess.start(limits, known);
      } catch (IOException again) {
        again.addSuppressed(e);
        throw new PictureProcessException(again);
      }
    }
  }

  /** Returns whether the process that decodes has a network, since the system leaves it one. */
  public synchronized boolean keepsNetwork() {
    return started && PictureProcess.keepsNetwork();
  }

  /** Returns whether a picture was read without its text, since tesseract isn't installed. */
  public synchronized boolean lacksText() {
    return lacksText;
  }

  @Override
  public synchronized void close() {
    PictureProcess running = process;
    if (running != null) {
      running.close();
      process = null;
    }
  }
}
