package org.vigie.exchange.bag;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A POSIX shell that finds find, sha256sum and openssl, and no other program. */
public final class BareShell {
  private static final Path SET_USER = Path.of("/usr/bin/setpriv");

  private final Path script;
  private final Path programs;

  private BareShell(Path script, Path programs) {
    this.script = script;
    this.programs = programs;
  }

  /** Returns whether permissions bind this user, or it can act as one whom they bind. */
  static boolean canBeDenied() {
    return !isRoot() || Files.exists(SET_USER);
  }

  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** Returns whether this machine has all of them. */
  public static boolean isThere() {
    return Files.exists(Path.of("/bin/sh"))
        && Files.exists(Path.of("/usr/bin/find"))
        && Files.exists(Path.of("/usr/bin/sha256sum"))
        && Files.exists(Path.of("/usr/bin/openssl"));
  }

  /** Takes the commands out of a page, as a reader would. */
  public static BareShell withTheCommandsOf(Path page, Path folder) throws IOException {
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
  public record Ran(int exit, String said) {}

  /** Types the commands into a shell that stands in a package. */
  public Ran in(Path bag) throws IOException, InterruptedException {
    return run(bag, List.of("/bin/sh", script.toString()));
  }

  /** As {@link #in}, by somebody whom the permissions of files bind as everybody but root. */
  Ran withoutPrivileges(Path bag) throws IOException, InterruptedException {
    return isRoot()
        ? run(
            bag,
            List.of(
                SET_USER.toString(),
                "--bounding-set=-all",
                "--inh-caps=-all",
                "/bin/sh",
                script.toString()))
        : in(bag);
  }

  private Ran run(Path bag, List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(bag.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", programs.toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), said);
  }
}
