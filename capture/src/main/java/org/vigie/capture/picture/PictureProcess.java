package org.vigie.capture.picture;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.vigie.files.process.SharedClasses;

/** One run of {@link PictureWorker}. */
final class PictureProcess implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private static final Duration END_LIMIT = Duration.ofSeconds(5);

  /** More than a picture's text and codes take in JSON, each character escaped. */
  static final int MAX_ANSWER = 1 << 20;

  /** Of the environment nothing else is handed on: no proxy, no key, no option of Java. */
  private static final List<String> HANDED_ON =
      List.of("PATH", "LANG", "LC_ALL", "TESSDATA_PREFIX", "TMPDIR");

  /** Takes the network away; empty where the system has no such command or refuses it. */
  private static final List<String> WITHOUT_NETWORK = withoutNetwork();

  private final Process process;
  private final DataOutputStream questions;
  private final BufferedReader answers;
  private final Duration limit;
  private final boolean readsText;

  private PictureProcess(Process process, Duration limit) throws IOException {
    this.process = process;
    this.limit = limit;
    questions = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    @Nullable String first = answer(START_LIMIT, () -> {});
    if (first == null) {
      kill();
      throw new IOException(
          "it ended, or gave no answer within %d seconds".formatted(START_LIMIT.toSeconds()));
    }
    readsText = first.equals("true");
  }

  static PictureProcess start(PictureLimits limits, List<Path> known) throws IOException {
    List<String> command = new ArrayList<>(WITHOUT_NETWORK);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + limits.heap() + "m",
            "-XX:+UseSerialGC",
            "-XX:MaxDirectMemorySize=16m",
            // What a crash leaves behind would hold the picture.
            "-XX:+SuppressFatalErrorMessage",
            "-XX:-CreateCoredumpOnCrash",
            "-Djava.awt.headless=true"));
    command.addAll(SharedClasses.options(PictureWorker.class));
    command.add(PictureWorker.class.getName());
    command.addAll(
        List.of(
            Integer.toString(limits.bytes()),
            Long.toString(limits.pixels()),
            Integer.toString(limits.side()),
            Integer.toString(limits.frames()),
            Integer.toString(limits.heap()),
            Long.toString(limits.time().toMillis())));
    known.forEach(list -> command.add(list.toAbsolutePath().toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    handOn(builder.environment());
    return new PictureProcess(builder.start(), limits.time());
  }

  /** Returns whether it finds the program that reads text. */
  boolean readsText() {
    return readsText;
  }

  /** Returns its number. */
  long pid() {
    return process.pid();
  }

  /** Returns whether it has a network, since the system refuses to take it away. */
  static boolean keepsNetwork() {
    return WITHOUT_NETWORK.isEmpty();
  }

  /**
   * Returns the answer about a picture, or null if it ended, took too long or said too much.
   *
   * @param readsText whether text is to be looked for
   * @param languages {@linkplain TesseractLanguages#codes codes}
   */
  @Nullable String ask(byte[] file, boolean readsText, List<String> languages) {
    return answer(
        limit,
        () -> {
          questions.writeBoolean(readsText);
          questions.writeUTF(String.join(" ", languages));
          questions.writeInt(file.length);
          questions.write(file);
          questions.flush();
        });
  }

  /** What is said before there is an answer. */
  private interface Question {
    void put() throws IOException;
  }

  /** Both take time: a process that reads no more lets whoever writes wait. */
  private @Nullable String answer(Duration within, Question question) {
    CompletableFuture<@Nullable String> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            question.put();
            answer.complete(line(answers));
          } catch (IOException e) { // it has ended
            answer.complete(null);
          }
        });
    try {
      return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /**
   * Returns a line, or null at the end.
   *
   * @throws IOException if it is longer than any that an honest process writes
   */
  static @Nullable String line(Reader answers) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int read = answers.read(); read != '\n'; read = answers.read()) {
      if (read < 0) {
        return null;
      }
      if (line.length() == MAX_ANSWER) {
        throw new IOException(
            "an answer must have at most %d characters, but has more".formatted(MAX_ANSWER));
      }
      line.append((char) read);
    }
    return line.toString().strip();
  }

  /** Lets it end by itself, so that it writes down the classes that the next one needs. */
  @Override
  public void close() {
    try {
      questions.close();
      process.waitFor(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (IOException e) {
      // It has ended.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
  }

  /** Ends it with all that it has started. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static void handOn(Map<String, String> environment) {
    environment.keySet().retainAll(HANDED_ON);
  }

  /**
   * @see <a href="https://man7.org/linux/man-pages/man1/unshare.1.html">unshare(1)</a>
   */
  private static List<String> withoutNetwork() {
    List<String> command = List.of("unshare", "--map-root-user", "--net");
    List<String> tried = new ArrayList<>(command);
    tried.add("true");
    try {
      Process process =
          new ProcessBuilder(tried)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = process.waitFor(5, TimeUnit.SECONDS);
      process.destroyForcibly();
      return ended && process.exitValue() == 0 ? command : List.of();
    } catch (IOException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }
}
