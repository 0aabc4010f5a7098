package org.vigie.lab.verify.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The commands of a package's VERIFY.md, in a shell that finds no other program than it names. */
final class VerifyByShell {
  private static final Path SHELL = Path.of("/bin/sh");
  private static final List<Path> PROGRAMS =
      Stream.of("find", "sha256sum", "openssl").map(Path.of("/usr/bin")::resolve).toList();

  private final Path script;
  private final Path programs;

  /**
   * @param page VERIFY.md of a package that nobody changed
   * @param folder where the commands are put
   */
  VerifyByShell(Path page, Path folder) throws IOException {
    String text = Files.readString(page);
    int start = text.indexOf("```sh\n") + "```sh\n".length();
    script = folder.resolve("typed.sh");
    Files.writeString(script, text.substring(start, text.indexOf("```", start)));
    programs = Files.createDirectories(folder.resolve("programs"));
    for (Path program : PROGRAMS) {
      Files.createSymbolicLink(programs.resolve(program.getFileName()), program);
    }
  }

  /** Returns whether this machine has what it needs. */
  static boolean isPossible() {
    return Files.exists(SHELL) && PROGRAMS.stream().allMatch(Files::exists);
  }

  /** Returns whether the commands find nothing wrong with a package. */
  boolean isWhole(Path bag) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(SHELL.toString(), script.toString());
    builder.directory(bag.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", programs.toString());
    Process process = builder.start();
    process.getInputStream().transferTo(OutputStream.nullOutputStream());
    return process.waitFor() == 0;
  }
}
