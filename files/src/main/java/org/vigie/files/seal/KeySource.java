package org.vigie.files.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;

/**
 * Where a key lies: {@code file:PATH}, {@code env:NAME} (a variable), {@code credential:NAME} (of
 * systemd's unit) or {@code command:PROGRAM WORDS} (which prints it), in Base64; after it, apart by
 * white space, those whose place it took, until nothing is sealed with them any more.
 *
 * <p>A program is asked once, at the first reading, since each asking may take time and stand in
 * the log of a key management service: what it prints later is not seen by this source. Files are
 * read anew each time, since a rotation writes them.
 */
public final class KeySource {
  private static final String FILE = "file:";
  private static final String VARIABLE = "env:";
  private static final String CREDENTIAL = "credential:";
  private static final String COMMAND = "command:";

  /** A service elsewhere may be slow, but a start must not hang. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String said;
  private final Path root;
  private @Nullable String printed;

  /**
   * @param said as the settings say it; empty for nowhere
   * @param root folder that relative paths start from
   */
  public KeySource(String said, Path root) {
    this.said = said;
    this.root = root;
  }

  /** Returns whether it names any place. */
  public boolean isNamed() {
    return !said.isEmpty();
  }

  /** Returns the file of the key, if it lies in one. */
  public Optional<Path> file() {
    return said.startsWith(FILE)
        ? Optional.of(root.resolve(said.substring(FILE.length())).normalize())
        : Optional.empty();
  }

  /**
   * Reads the key; nothing if none is named.
   *
   * @param environment variables
   * @throws UserError if one is named but can't be had
   */
  public Optional<SealingKey> read(Map<String, String> environment) {
    if (!isNamed()) {
      return Optional.empty();
    }
    try {
      List<SealingKey> former = new ArrayList<>();
      List<String> all = all(environment);
      for (String one : all.subList(1, all.size())) {
        former.add(new SealingKey(Base64.getDecoder().decode(one)));
      }
      return Optional.of(new SealingKey(Base64.getDecoder().decode(all.getFirst()), former));
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError(
          Exit.INPUT,
          "files.key must lead to 32 bytes in Base64, but %s doesn't".formatted(kind()),
          e);
    }
  }

  /** Returns the keys that the source names, in Base64, the newest first. */
  public List<String> all(Map<String, String> environment) throws IOException {
    return Arrays.asList(text(environment).strip().split("\\s+", -1));
  }

  private String text(Map<String, String> environment) throws IOException {
    if (said.startsWith(VARIABLE)) {
      return environment.getOrDefault(said.substring(VARIABLE.length()), "");
    }
    if (said.startsWith(CREDENTIAL)) {
      String folder = environment.getOrDefault("CREDENTIALS_DIRECTORY", "");
      return Files.readString(Path.of(folder).resolve(said.substring(CREDENTIAL.length())));
    }
    if (said.startsWith(COMMAND)) {
      return printed(environment);
    }
    return Files.readString(file().orElseThrow(() -> new IOException("no source")));
  }

  private synchronized String printed(Map<String, String> environment) {
    String keys = printed;
    if (keys == null) {
      keys = new KeyProgram(said.substring(COMMAND.length()), PATIENCE).print(environment);
      printed = keys;
    }
    return keys;
  }

  /** A variable's name is no secret, but what somebody typed in its place may be. */
  private String kind() {
    int colon = said.indexOf(':');
    return colon < 0 ? "it names no source: it" : "the source " + said.substring(0, colon);
  }
}
