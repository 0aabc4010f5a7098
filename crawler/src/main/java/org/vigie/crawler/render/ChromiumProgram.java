package org.vigie.crawler.render;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The Chromium of this machine, and how it is kept from the network.
 *
 * @param browser the program
 * @param isolation what stands between it and the network
 */
public record ChromiumProgram(Path browser, Isolation isolation) {
  /** Debian's name, and the one that other distributions have. */
  private static final List<String> NAMES = List.of("chromium", "chromium-browser");

  /** The user {@code nobody} of every Linux. */
  private static final String NOBODY = "65534";

  private static final List<String> NAMESPACES =
      List.of("--net", "--pid", "--fork", "--kill-child=SIGKILL", "--mount-proc");

  /** What stands between a browser and the network. */
  public enum Isolation {
    /**
     * Namespaces of its own: the kernel shows it no network but a loopback that is down, and kills
     * all of its processes with the first.
     */
    NAMESPACE(List.of("unshare", "--user", "--map-current-user")),
    /** The same made by root, with the browser as nobody: it won't run as root in its sandbox. */
    NAMESPACE_OF_ROOT(List.of("unshare")),
    /**
     * Nothing but its own switches, for tests that show what the others are for: calls from browser
     * to browser (WebRTC) go out past them.
     */
    SWITCHES(List.of());

    private final List<String> unshare;

    Isolation(List<String> unshare) {
      this.unshare = unshare;
    }

    /** Returns what a command has to begin with. */
    List<String> prefix() {
      List<String> prefix = new ArrayList<>(unshare);
      if (!prefix.isEmpty()) {
        prefix.addAll(NAMESPACES);
      }
      if (isRoot()) {
        prefix.addAll(
            List.of(
                "setpriv",
                "--reuid=" + NOBODY,
                "--regid=" + NOBODY,
                "--clear-groups",
                "--no-new-privs"));
      }
      return prefix;
    }
  }

  /**
   * Returns the program, kept from the network.
   *
   * @throws IOException if there is none, or this machine can make no namespace for it
   */
  public static ChromiumProgram find() throws IOException {
    Path browser =
        installed()
            .orElseThrow(() ->
                new IOException(
                    "chromium must be installed (apt-get install chromium), but no folder of"
                        + " PATH holds it"));
    Isolation isolation = isRoot() ? Isolation.NAMESPACE_OF_ROOT : Isolation.NAMESPACE;
    if (!works(isolation)) {
      throw new IOException(
          "a namespace without a network must be there for chromium, but this user can make none"
              + " (unshare --user --net --pid)");
    }
    return new ChromiumProgram(browser, isolation);
  }

  static boolean isInstalled() {
    return installed().isPresent();
  }

  private static Optional<Path> installed() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static boolean works(Isolation isolation) {
    List<String> command = new ArrayList<>(isolation.prefix());
    command.add("true");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
      } finally {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (IOException e) {
      return false; // there is no such program
    }
  }

  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /**
   * Returns the command that starts it with the two ends of its pipe as standard input and output.
   *
   * @param profile an empty folder for all it writes
   * @param userAgent what it tells pages of itself
   */
  List<String> command(Path profile, String userAgent) {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", script(), "sh"));
    command.addAll(isolation.prefix());
    command.add(browser.toString());
    command.addAll(ChromiumSwitches.all(profile, userAgent));
    return command;
  }

  /**
   * Chromium reads its pipe at 3 and writes it at 4. No file above 64 MiB (in blocks of 512 bytes),
   * no core dump, two minutes of processor time for each process.
   */
  private static String script() {
    String own = isRoot() ? "chown " + NOBODY + ":" + NOBODY + " \"$HOME\" && " : "";
    return own
        + "ulimit -c 0 && ulimit -f 131072 && ulimit -t 120"
        + " && exec 3<&0 4>&1 </dev/null >/dev/null && exec \"$@\"";
  }
}
