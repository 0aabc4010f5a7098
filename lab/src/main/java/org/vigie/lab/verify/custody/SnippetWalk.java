package org.vigie.lab.verify.custody;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vigie.lab.load.ConsoleVisitor;

/**
 * An analyst who opens no advert and reads their texts from the snippets of searches: for the last
 * words that one snippet shows, so that the next shows what follows.
 */
final class SnippetWalk {
  private static final Pattern CARD =
      Pattern.compile("<article class=\"card\".*?</article>", Pattern.DOTALL);
  private static final Pattern NAMED = Pattern.compile("/adverts/(a-[0-9a-f]{20})");
  private static final Pattern SNIPPET =
      Pattern.compile("<p class=\"snippet\">(.*?)</p>", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final int LAST_WORDS = 4;

  /** Windows of an advert that count for nothing: its beginning and another one. */
  private static final int FREE = 2;

  /** What stands where a snippet is withheld. */
  private static final String WITHHELD = "Text not shown: ";

  private final ConsoleVisitor visitor;
  private final Map<String, Set<String>> windows;

  /**
   * @param windows advert → snippets of it that were shown before, which grow
   */
  SnippetWalk(ConsoleVisitor visitor, Map<String, Set<String>> windows) {
    this.visitor = visitor;
    this.windows = windows;
  }

  /**
   * Walks as many windows as are counted along some adverts of a page.
   *
   * @param adverts ids, as many as a page has at most, each of another cluster
   * @return whether all that was asked for was shown
   * @throws IOException if a page isn't shown at all
   */
  boolean along(List<String> adverts) throws IOException, InterruptedException {
    Map<String, String> shown = shown(adverts.stream().map(id -> "id:" + id).toList());
    boolean isAll = true;
    for (int window = 0; window < FREE; window++) {
      List<String> next = new ArrayList<>();
      shown.forEach((id, snippet) -> next.add("(id:" + id + " \"" + lastWords(snippet) + "\")"));
      shown = next.isEmpty() ? Map.of() : shown(next);
      isAll &= shown.size() == next.size();
    }
    return isAll;
  }

  /** Returns how many adverts more windows were shown of than are free. */
  long read() {
    return windows.values().stream().filter(some -> some.size() > FREE).count();
  }

  private Map<String, String> shown(List<String> conditions)
      throws IOException, InterruptedException {
    HttpResponse<String> page = visitor.search(String.join(" OR ", conditions));
    if (page.statusCode() != 200) {
      throw new IOException("a search must be answered with 200, but was " + page.statusCode());
    }
    Map<String, String> shown = new LinkedHashMap<>();
    for (MatchResult card : CARD.matcher(page.body()).results().toList()) {
      Matcher id = NAMED.matcher(card.group());
      Matcher snippet = SNIPPET.matcher(card.group());
      if (id.find() && snippet.find() && !snippet.group(1).startsWith(WITHHELD)) {
        String text = snippet.group(1).replaceAll("<[^>]*>", "").strip();
        shown.put(id.group(1), text);
        windows.computeIfAbsent(id.group(1), advert -> new HashSet<>()).add(text);
      }
    }
    return shown;
  }

  private static String lastWords(String snippet) {
    List<String> words = WORD.matcher(snippet).results().map(MatchResult::group).toList();
    return words.stream()
        .skip(Math.max(0, words.size() - LAST_WORDS))
        .collect(Collectors.joining(" "));
  }
}
