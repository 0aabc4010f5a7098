package org.vigie.cli.command.keys;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.environment.Environment;
import org.vigie.files.failure.UserError;

/** The passphrase of a key file: typed unseen at a terminal, else the first line of the input. */
final class Passphrase {
  private Passphrase() {}

  static char[] read(Environment environment) throws IOException {
    environment.err().print("Passphrase: ");
    environment.err().flush();
    Console console = System.console();
    char[] typed =
        console != null && environment.terminals().in()
            ? console.readPassword()
            : line(environment);
    if (typed == null) {
      throw UserError.ofUsage("a passphrase must be typed, but the input ended before it");
    }
    return typed;
  }

  private static char @Nullable [] line(Environment environment) throws IOException {
    String line =
        new BufferedReader(new InputStreamReader(environment.in(), StandardCharsets.UTF_8))
            .readLine();
    return line == null ? null : line.toCharArray();
  }
}
