package org.vigie.exchange.bag;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A POSIX shell that finds find, sha256sum and openssl, and no other program. */
final class BareShell {
  private final Path script;
  private final Path programs;

  private BareShell(Path script, Path programs) {
    this.script = script;
    this.programs = programs;
  }

  static boolean isThere() {
    return Files.exists(Path.of("/bin/sh"))
        && Files.exists(Path.of("/usr/bin/find"))
        && Files.exists(Path.of("/usr/bin/sha256sum"))
        && Files.exists(Path.of("/usr/bin/openssl"));
  }

  /** Takes the commands out of a page, as a reader would. */
  static BareShell withTheCommandsOf(Path page, Path folder) throws IOException {
    String text = Files.readString(page);
    int start = text.indexOf("```sh\n") + "```sh\n".length();
    Path script = folder.resolve("typed.sh");
    Files.writeString(script, text.substring(start, text.indexOf("```", start)));
    Path programs = Files.createDirectories(folder.resolve("programs"));
    for (String name : new String[] {"find", "sha256sum", "openssl"}) {
      Files.createSymbolicLink(programs.resolve(name), Path.of("/usr/bin", name));
    }
    return new BareShell(script, programs);
  }

  /** What the shell said, and how it ended. */
  record Ran(int exit, String said) {}

  Ran in(Path bag) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", script.toString());
    builder.directory(bag.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", programs.toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), said);
  }
}
