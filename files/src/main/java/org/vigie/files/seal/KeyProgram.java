package org.vigie.files.seal;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;

/**
 * A program of the unit's that prints a key: what joins a key management service or a hardware
 * module, whose own client it asks. No shell reads its words. What it says on standard error is
 * thrown away, since that may hold secrets.
 */
final class KeyProgram {
  /** Some ninety keys. */
  private static final int MOST_BYTES = 4_096;

  private final List<String> words;
  private final Duration patience;
  private final LongSupplier nanos;

  /**
   * @param command its whole path and its words, apart by spaces
   * @param patience how long it may take, from its start to its end
   */
  KeyProgram(String command, Duration patience) {
    this(command, patience, System::nanoTime);
  }

  /**
   * @param nanos what tells how long it takes, as {@link System#nanoTime} does
   */
  KeyProgram(String command, Duration patience, LongSupplier nanos) {
    this.words = Arrays.stream(command.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
    this.patience = patience;
    this.nanos = nanos;
  }

  /**
   * Returns what it prints.
   *
   * @param environment its variables
   * @throws UserError if it can't be started, fails, or prints too much or for too long
   */
  String print(Map<String, String> environment) {
    // By a name alone, whoever may set the PATH would choose the program.
    if (words.isEmpty() || !path(words.getFirst()).isAbsolute()) {
      throw failure("be named by its whole path, but isn't");
    }
    try {
      ProcessBuilder builder = new ProcessBuilder(words).redirectError(Redirect.DISCARD);
      builder.environment().clear();
      builder.environment().putAll(environment);
      long latest = nanos.getAsLong() + patience.toNanos();
      Process process = builder.start();
      try {
        process.getOutputStream().close();
        return printed(process, latest);
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UserError(
          Exit.INPUT, message("be one that can be started, but isn't: " + words.getFirst()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("be waited for, but that was interrupted");
    }
  }

  private static Path path(String word) {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw failure("be named by a path, but its name holds a character that no path may");
    }
  }

  private String printed(Process process, long latest) throws InterruptedException {
    FutureTask<byte[]> reading = new FutureTask<>(() -> read(process.getInputStream()));
    Thread.ofVirtual().start(reading);
    try {
      byte[] bytes = reading.get(latest - nanos.getAsLong(), TimeUnit.NANOSECONDS);
      if (bytes.length > MOST_BYTES) {
        throw failure("print at most %,d bytes, but printed more".formatted(MOST_BYTES));
      }
      if (!process.waitFor(latest - nanos.getAsLong(), TimeUnit.NANOSECONDS)) {
        throw late();
      }
      if (process.exitValue() != 0) {
        throw failure(
            "end with 0, but ended with %d; type it yourself to see why"
                .formatted(process.exitValue()));
      }
      return new String(bytes, StandardCharsets.ISO_8859_1);
    } catch (TimeoutException e) {
      throw late();
    } catch (ExecutionException e) {
      throw failure("print a key, but what it prints can't be read");
    }
  }

  private static byte[] read(InputStream in) throws IOException {
    return in.readNBytes(MOST_BYTES + 1);
  }

  private UserError late() {
    return failure("end within %s, but didn't".formatted(patience));
  }

  private static UserError failure(String what) {
    return UserError.ofInput(message(what));
  }

  private static String message(String what) {
    return "the program of files.key must " + what;
  }
}
