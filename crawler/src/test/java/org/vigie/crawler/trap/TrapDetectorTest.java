package org.vigie.crawler.trap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrapDetectorTest {
  private static final String HOST = "https://a.example.org";
  private static final TrapConfig CONFIG = new TrapConfig(1_000, 200, 50, 10);

  @Test
  void endsACalendarAfterItsNearDuplicates() {
    assertThat(
            pagesOf(
                url -> "Nothing is planned for this day " + url,
                url -> {
                  int day = Integer.parseInt(url.substring(url.lastIndexOf('/') + 1));
                  return new String[] {HOST + "/day/" + (day + 1), HOST + "/day/" + (day + 30)};
                },
                HOST + "/day/1"))
        .isEqualTo(11);
  }

  @Test
  void endsASiteThatGivesEveryLinkANewSession() {
    int[] serial = {0};
    assertThat(
            pagesOf(
                url -> "The same list again",
                url -> new String[] {HOST + "/list;jsessionid=" + serial[0]++ + "A"},
                HOST + "/list"))
        .isEqualTo(11);
  }

  @Test
  void endsASiteWhosePathsGrow() {
    assertThat(
            pagesOf(
                url -> "Nothing here",
                url -> new String[] {url + "more/", url + "and/"},
                HOST + "/"))
        .isLessThan(200);
  }

  @Test
  void endsASiteWithAPageForEveryWord() {
    Random random = new Random(1);
    assertThat(
            pagesOf(
                url -> "This page is not here",
                url -> new String[] {HOST + "/" + word(random), HOST + "/" + word(random)},
                HOST + "/"))
        .isLessThanOrEqualTo(50 + 11);
  }

  @Test
  void endsATemplateAtItsBudgetHoweverNewItsPages() {
    Random random = new Random(2);
    assertThat(
            pagesOf(
                url -> text(random),
                url -> new String[] {HOST + "/ad/" + random.nextInt(1_000_000)},
                HOST + "/ad/1"))
        .isEqualTo(200);
  }

  @Test
  void endsAHostAtItsBudgetHoweverManyTemplatesItHas() {
    TrapDetector detector = new TrapDetector(new TrapConfig(30, 200, 50, 10));
    Random random = new Random(3);
    for (int i = 0; i < 30; i++) {
      assertThat(detector.admits(HOST + "/" + word(random))).isTrue();
      detector.fetched(HOST + "/" + word(random), text(random));
    }

    assertThat(detector.admits(HOST + "/fresh")).isFalse();
    assertThat(detector.admits("https://b.example.org/fresh")).isTrue();
  }

  @Test
  void goesOnWithTheOtherTemplatesOfAHost() {
    TrapDetector detector = new TrapDetector(CONFIG);
    for (int i = 0; i < 10; i++) {
      detector.fetched(HOST + "/day/" + i, "Nothing is planned");
      detector.fetched(HOST + "/ad/" + i, text(new Random(i)));
    }
    detector.fetched(HOST + "/day/10", "Nothing is planned");

    assertThat(detector.admits(HOST + "/day/11")).isFalse();
    assertThat(detector.admits(HOST + "/ad/11")).isTrue();
  }

  @Test
  void beginsToCountAgainWithEveryPageThatSaysSomethingNew() {
    TrapDetector detector = new TrapDetector(CONFIG);
    for (int i = 0; i < 150; i++) {
      String text = i % 9 == 0 ? text(new Random(i)) : "Nothing is planned";
      assertThat(detector.admits(HOST + "/day/" + i)).isTrue();
      detector.fetched(HOST + "/day/" + i, text);
    }
  }

  @Test
  void takesTextsForNearlyTheSameThatDifferInDigitsAlone() {
    String text = text(new Random(5));

    assertThat(TextFingerprint.of(text + " 2026").isNear(TextFingerprint.of(text + " 1999")))
        .isTrue();
    assertThat(TextFingerprint.of(text).isNear(TextFingerprint.of(text(new Random(6))))).isFalse();
  }

  @Test
  void refusesABudgetOfNothing() {
    assertThatThrownBy(() -> new TrapConfig(0, 1, 1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pagesOfHost must be at least 1, but was 0");
  }

  /** Follows a site until nothing is admitted any more, or 5,000 pages long. */
  private static int pagesOf(
      Function<String, String> text, Function<String, String[]> links, String seed) {
    TrapDetector detector = new TrapDetector(CONFIG);
    Deque<String> waiting = new ArrayDeque<>();
    waiting.add(seed);
    int pages = 0;
    while (!waiting.isEmpty() && pages < 5_000) {
      String url = waiting.poll();
      if (detector.admits(url)) {
        detector.fetched(url, text.apply(url));
        pages++;
        for (String link : links.apply(url)) {
          waiting.add(link);
        }
      }
    }
    return pages;
  }

  private static String word(Random random) {
    return random.ints(6, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
  }

  private static String text(Random random) {
    return IntStream.range(0, 60).mapToObj(i -> word(random)).collect(Collectors.joining(" "));
  }
}
