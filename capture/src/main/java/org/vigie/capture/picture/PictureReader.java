package org.vigie.capture.picture;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads pictures and keeps none. Each is decoded in a process of its own heap, which has no network
 * where the system can take it away ({@link PictureProcess}), and which is ended when a picture
 * takes too long; the next picture has a new one.
 */
public final class PictureReader implements AutoCloseable {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final PictureLimits limits;
  private final List<Path> known;
  private @Nullable PictureProcess process;
  private boolean lacksText;

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
   * @param languages ISO 639-1 codes of the languages that may be written in it; if there are none,
   *     its letters tell as far as they can
   * @return what was read, or why it wasn't
   * @throws IOException if no process can be started
   */
  public synchronized PictureReading read(byte[] file, List<String> languages) throws IOException {
    if (file.length > limits.bytes()) {
      return PictureReading.refused(
          "picture-too-large",
          "a picture must have at most %d bytes, but has %d"
              .formatted(limits.bytes(), file.length));
    }
    PictureProcess running = running();
    @Nullable String answer = running.ask(file, languages);
    if (answer != null) {
      return JSON.readValue(answer, PictureReading.class);
    }
    running.kill();
    process = null;
    return PictureReading.refused(
        "picture-too-costly",
        "a picture must be read within %d seconds and %d MiB, but isn't"
            .formatted(limits.time().toSeconds(), limits.heap()));
  }

  private PictureProcess running() throws IOException {
    PictureProcess running = process;
    if (running == null) {
      running = PictureProcess.start(limits, known);
      lacksText = !running.readsText();
      process = running;
    }
    return running;
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
