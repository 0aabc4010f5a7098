import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Follows every link of every page of the static site, and says which lead nowhere, and what a browser would ask of
 * another host to show a page. Links that a reader follows may lead elsewhere.
 *
 * <p>Reads what the site's own generator writes, so that a pattern will do where a parser would be needed for pages of
 * others.
 */
public final class CheckSite {
  private static final int BROKEN = 1;
  private static final Pattern TAG = Pattern.compile("<([a-z][a-z0-9]*)((?:\\s[^<>]*)?)>");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\s(href|src|srcset|poster|data|action|style|content|id|http-equiv)=\"([^\"]*)\"");
  private static final Pattern STYLE = Pattern.compile("url\\(|@import");
  private static final Pattern ELSEWHERE = Pattern.compile("(?:[a-z][a-z0-9+.-]*:|//).*");

  private final Path folder;
  private final Map<Path, Set<String>> anchors = new HashMap<>();
  private final Deque<Path> next = new ArrayDeque<>();
  private final Set<Path> met = new HashSet<>();
  private final Set<String> wrong = new TreeSet<>();
  private int links;

  private CheckSite(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] words) throws IOException {
    CheckSite check = new CheckSite(Path.of(words[0]).toRealPath());
    check.meetPages();
    while (!check.next.isEmpty()) {
      check.read(check.next.remove());
    }
    check.wrong.forEach(System.err::println);
    System.out.printf(
        "%d files, %d links, %d wrong%n", check.met.size(), check.links, check.wrong.size());
    System.exit(check.wrong.isEmpty() ? 0 : BROKEN);
  }

  private void meetPages() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(CheckSite::isPage).forEach(this::meet);
    }
    if (met.isEmpty()) {
      wrong.add("there must be pages, but there are none");
    }
  }

  private void meet(Path file) {
    if (met.add(file)) {
      next.add(file);
    }
  }

  private void read(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(".css") && STYLE.matcher(Files.readString(file)).find()) {
      wrong.add(place(file) + ": a style may load nothing");
    }
    if (!isPage(file)) {
      return;
    }
    Matcher tags = TAG.matcher(Files.readString(file));
    while (tags.find()) {
      Matcher attributes = ATTRIBUTE.matcher(tags.group(2));
      while (attributes.find()) {
        follow(file, tags.group(1), attributes.group(1), attributes.group(2));
      }
    }
  }

  private void follow(Path page, String tag, String attribute, String value) throws IOException {
    switch (attribute) {
      case "id", "http-equiv" -> {}
      case "content" -> {
        int at = value.indexOf("url=");
        if (at >= 0) {
          follow(page, "a", "href", value.substring(at + 4));
        }
      }
      case "style" -> {
        if (STYLE.matcher(value).find()) {
          wrong.add(place(page) + ": a style may load nothing");
        }
      }
      default -> {
        links++;
        if (!ELSEWHERE.matcher(value).matches()) {
          followHere(page, value);
        } else if (!(tag.equals("a") && attribute.equals("href"))) {
          wrong.add(place(page) + ": a page must load nothing of elsewhere, but loads " + value);
        }
      }
    }
  }

  private void followHere(Path page, String value) throws IOException {
    URI link = URI.create(value.replace("&amp;", "&"));
    Path file = page;
    if (!link.getPath().isEmpty()) {
      file = page.resolveSibling(link.getPath()).normalize();
    }
    if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
      wrong.add(place(page) + ": " + value + " leads to no file");
    } else {
      meet(file);
      if (link.getFragment() != null && !anchors(file).contains(link.getFragment())) {
        wrong.add(place(page) + ": " + value + " leads to no heading");
      }
    }
  }

  private Set<String> anchors(Path page) throws IOException {
    Set<String> found = anchors.get(page);
    if (found == null) {
      found = new HashSet<>();
      Matcher ids = Pattern.compile("\\sid=\"([^\"]*)\"").matcher(Files.readString(page));
      while (ids.find()) {
        found.add(ids.group(1));
      }
      anchors.put(page, found);
    }
    return found;
  }

  private static boolean isPage(Path file) {
    return file.getFileName().toString().endsWith(".html");
  }

  private String place(Path file) {
    return folder.relativize(file).toString();
  }
}
