package org.vigie.files.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;

/**
 * Where a key lies: {@code file:PATH}, {@code env:NAME} (a variable) or {@code credential:NAME} (of
 * systemd's unit), in Base64.
 *
 * @param said as the settings say it; empty for nowhere
 * @param root folder that relative paths start from
 */
public record KeySource(String said, Path root) {
  private static final String FILE = "file:";
  private static final String VARIABLE = "env:";
  private static final String CREDENTIAL = "credential:";

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
    if (said.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new SealingKey(Base64.getDecoder().decode(text(environment).strip())));
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError(
          Exit.INPUT,
          "files.key must lead to 32 bytes in Base64, but %s doesn't".formatted(kind()),
          e);
    }
  }

  private String text(Map<String, String> environment) throws IOException {
    if (said.startsWith(VARIABLE)) {
      return environment.getOrDefault(said.substring(VARIABLE.length()), "");
    }
    if (said.startsWith(CREDENTIAL)) {
      String folder = environment.getOrDefault("CREDENTIALS_DIRECTORY", "");
      return Files.readString(Path.of(folder).resolve(said.substring(CREDENTIAL.length())));
    }
    return Files.readString(file().orElseThrow(() -> new IOException("no source")));
  }

  /** A variable's name is no secret, but what somebody typed in its place may be. */
  private String kind() {
    int colon = said.indexOf(':');
    return colon < 0 ? "it names no source: it" : "the source " + said.substring(0, colon);
  }
}
