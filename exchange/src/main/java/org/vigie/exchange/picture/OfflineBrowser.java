package org.vigie.exchange.picture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.vigie.files.owner.FolderTree;

/**
 * A Chromium that draws a page where there is no network: in a network namespace of its own, which
 * has no interface, inside the browser's own sandbox, for a bounded time and memory, never as root.
 */
public final class OfflineBrowser {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private static final List<Path> PLACES =
      List.of(Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/local/bin"));

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  /** A browser with one page of words takes some 300 MB. */
  private static final long MOST_BYTES = 2L << 30;

  private static final long PAGE_BYTES = 4_096;

  /** Far more words than a picture of one screen shows. */
  private static final int MOST_LETTERS = 2_000_000;

  private static final int NOBODY = 65_534;

  /** Four bytes for each point of the window, thrice. */
  private static final int MOST_PICTURE_BYTES = 16 << 20;

  private static final Duration TO_END = Duration.ofSeconds(5);
  private static final int MOST_TRIES = 20;
  private static final String PAGE = "page.html";

  /**
   * Shuts scripts of pages off; scriptEnabled=false would end the browser's own way to draw too.
   */
  private static final String NO_SCRIPTS =
      "{\"profile\":{\"default_content_setting_values\":{\"javascript\":2}}}";

  private final Path browser;
  private final Path unshare;
  private final List<String> before;

  private OfflineBrowser(Path browser, Path unshare, List<String> before) {
    this.browser = browser;
    this.unshare = unshare;
    this.before = before;
  }

  /** Returns one, if this machine has a Chromium and can shut its network off. */
  public static Optional<OfflineBrowser> find() {
    Optional<Path> browser = NAMES.stream().flatMap(name -> program(name).stream()).findFirst();
    Optional<Path> unshare = program("unshare");
    Optional<Path> setpriv = program("setpriv");
    if (browser.isEmpty() || unshare.isEmpty() || (isRoot() && setpriv.isEmpty())) {
      return Optional.empty();
    }
    List<String> before =
        isRoot()
            ? List.of(
                setpriv.get().toString(),
                "--reuid=" + NOBODY,
                "--regid=" + NOBODY,
                "--clear-groups",
                "--no-new-privs")
            : List.of();
    return Optional.of(new OfflineBrowser(browser.get(), unshare.get(), before));
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static Optional<Path> program(String name) {
    return PLACES.stream()
        .map(place -> place.resolve(name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Draws the first screen of a page.
   *
   * @param note what the picture says of itself, above all else
   * @param png a file that doesn't exist yet
   * @throws IOException if there is no picture in the time and memory that a page may take
   */
  public void draw(Document page, String note, Path png) throws IOException {
    draw(HarmlessPage.of(page, note), png);
  }

  void draw(String html, Path png) throws IOException {
    if (html.length() > MOST_LETTERS) {
      throw new IOException(
          "a page must have at most %d characters, but has more".formatted(MOST_LETTERS));
    }
    Path folder = Files.createTempDirectory("vigie-picture");
    try {
      Path file = Files.writeString(folder.resolve(PAGE), html);
      Path own = Files.createDirectories(folder.resolve("profile").resolve("Default"));
      Files.writeString(own.resolve("Preferences"), NO_SCRIPTS);
      if (isRoot()) {
        giveToNobody(folder);
      }
      run(folder, file);
      Path drawn = folder.resolve("page.png");
      if (!Files.isRegularFile(drawn, LinkOption.NOFOLLOW_LINKS)) {
        throw new IOException("the browser must draw a picture, but drew none");
      }
      Files.write(png, picture(drawn));
    } finally {
      delete(folder);
    }
  }

  private static void giveToNobody(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.toList()) {
        Files.setAttribute(file, "unix:uid", NOBODY);
      }
    }
  }

  /** What draws may have been taken over by the page: it must not have us read what it likes. */
  static byte[] picture(Path drawn) throws IOException {
    try (InputStream in = Files.newInputStream(drawn, LinkOption.NOFOLLOW_LINKS)) {
      byte[] read = in.readNBytes(MOST_PICTURE_BYTES + 1);
      if (read.length > MOST_PICTURE_BYTES) {
        throw new IOException(
            "a picture must have at most %d bytes, but has more".formatted(MOST_PICTURE_BYTES));
      }
      return read;
    }
  }

  private void run(Path folder, Path page) throws IOException {
    List<String> words = new ArrayList<>(before);
    words.addAll(List.of(unshare.toString(), "--map-current-user", "--net", browser.toString()));
    words.addAll(
        List.of(
            "--headless",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-crash-reporter",
            "--no-first-run",
            "--disable-extensions",
            "--hide-scrollbars",
            "--window-size=1000,1400",
            "--user-data-dir=" + folder.resolve("profile"),
            "--screenshot=" + folder.resolve("page.png"),
            page.toUri().toString()));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().clear();
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    // Those whose parent has ended are nobody's descendants: so they are noted while it runs.
    Set<ProcessHandle> all = new LinkedHashSet<>(List.of(process.toHandle()));
    try {
      watch(process, all);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("drawing a picture was interrupted", e);
    } finally {
      end(all);
    }
  }

  private static void end(Set<ProcessHandle> all) {
    List.copyOf(all).forEach(each -> each.descendants().forEach(all::add));
    all.forEach(ProcessHandle::destroyForcibly);
    // An interrupt ends the drawing, not the wait for those who might still write.
    boolean wasInterrupted = Thread.interrupted();
    for (ProcessHandle each : all) {
      try {
        each.onExit().get(TO_END.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        wasInterrupted = true;
      } catch (ExecutionException | TimeoutException e) {
        // Whatever it still writes, deleting tries more than once and says if it can't.
      }
    }
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void watch(Process process, Set<ProcessHandle> all)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
      process.descendants().forEach(all::add);
      if (System.nanoTime() > end) {
        throw new IOException("a page must be drawn in %ds".formatted(PATIENCE.toSeconds()));
      }
      if (memory(process) > MOST_BYTES) {
        throw new IOException("a page must be drawn in %d bytes".formatted(MOST_BYTES));
      }
    }
  }

  private static long memory(Process process) {
    return process.descendants().mapToLong(each -> resident(each.pid())).sum();
  }

  /** Second figure of a process's statm (Linux, proc(5)). */
  private static long resident(long pid) {
    try {
      String[] figures = Files.readString(Path.of("/proc", Long.toString(pid), "statm")).split(" ");
      return Long.parseLong(figures[1]) * PAGE_BYTES;
    } catch (IOException | NumberFormatException e) {
      return 0; // it has just ended
    }
  }

  /**
   * Deletes a folder, even if somebody still writes to it for a moment.
   *
   * @throws IOException if it is still there after all
   */
  static void delete(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(PAGE));
    for (int i = 0; i < MOST_TRIES && Files.exists(folder, LinkOption.NOFOLLOW_LINKS); i++) {
      try {
        FolderTree.delete(folder);
      } catch (IOException e) {
        if (i + 1 == MOST_TRIES) {
          throw new IOException(folder + " must be deleted, but can't be; delete it", e);
        }
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      }
    }
  }
}
