package org.vigie.crawler.trap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.crawler.politeness.HostMemory;
import org.vigie.crawler.trap.TrapDetector.Verdict;

class TrapDetectorTest {
  @TempDir private Path folder;

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
    TrapDetector detector = detector(new TrapConfig(30, 200, 50, 10));
    Random random = new Random(3);
    for (int i = 0; i < 30; i++) {
      assertThat(detector.judge(HOST + "/" + word(random))).isEqualTo(Verdict.ADMITTED);
      fetch(detector, HOST + "/" + word(random), text(random));
    }

    assertThat(detector.judge(HOST + "/fresh")).isEqualTo(Verdict.HOST_SPENT);
    assertThat(detector.judge("https://b.example.org/fresh")).isEqualTo(Verdict.ADMITTED);
  }

  @Test
  void goesOnWithTheOtherTemplatesOfAHost() {
    TrapDetector detector = detector(CONFIG);
    for (int i = 0; i < 10; i++) {
      fetch(detector, HOST + "/day/" + i, "Nothing is planned");
      fetch(detector, HOST + "/ad/" + i, text(new Random(i)));
    }
    fetch(detector, HOST + "/day/10", "Nothing is planned");

    assertThat(detector.judge(HOST + "/day/11")).isEqualTo(Verdict.TRAP);
    assertThat(detector.judge(HOST + "/ad/11")).isEqualTo(Verdict.ADMITTED);
  }

  @Test
  void beginsToCountAgainWithEveryPageThatSaysSomethingNew() {
    TrapDetector detector = detector(CONFIG);
    for (int i = 0; i < 150; i++) {
      String text = i % 9 == 0 ? text(new Random(i)) : "Nothing is planned";
      assertThat(detector.judge(HOST + "/day/" + i)).isEqualTo(Verdict.ADMITTED);
      fetch(detector, HOST + "/day/" + i, text);
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

  @Test
  void remembersWhatItGaveUpAfterARestartAndTheBudgetOfAHostNot() {
    HostMemory memory = HostMemory.in(folder);
    TrapDetector before = new TrapDetector(CONFIG, memory, clock(0));
    for (int i = 0; i < 11; i++) {
      fetch(before, HOST + "/day/" + i, "Nothing is planned");
    }
    for (int i = 0; i < 150; i++) {
      fetch(before, HOST + "/ad/" + i, text(new Random(i)));
      fetch(before, HOST + "/shop/" + i, text(new Random(-i)));
    }
    before.keep();

    TrapDetector after = new TrapDetector(new TrapConfig(20, 200, 50, 10), memory, clock(29));
    assertThat(after.judge(HOST + "/day/12")).isEqualTo(Verdict.TRAP);
    for (int i = 150; i < 169; i++) {
      fetch(after, HOST + "/ad/" + i, text(new Random(i)));
    }
    assertThat(after.judge(HOST + "/ad/170")).isEqualTo(Verdict.ADMITTED);
    fetch(after, HOST + "/ad/169", text(new Random(169)));
    assertThat(after.judge(HOST + "/ad/170")).isEqualTo(Verdict.HOST_SPENT);
    assertThat(after.judge(HOST + "/day/12")).isEqualTo(Verdict.TRAP);
  }

  @Test
  void countsATemplatesPagesAcrossRestartsThatKeptNothingAtTheEnd() {
    HostMemory memory = HostMemory.in(folder);
    int fetched = 0;
    boolean trap = false;
    while (!trap && fetched < 1_000) {
      TrapDetector detector = new TrapDetector(CONFIG, memory, clock(0));
      for (int i = 0; i < 40 && !trap; i++) {
        fetch(detector, HOST + "/ad/" + fetched, text(new Random(fetched)));
        fetched++;
        trap = detector.judge(HOST + "/ad/1") == Verdict.TRAP;
      }
    }

    // 200 are allowed; each of the kills forgets those since the last 32.
    assertThat(fetched).isBetween(200, 250);
  }

  @Test
  void givesATemplateAnotherChanceAfterThirtyDays() {
    HostMemory memory = HostMemory.in(folder);
    TrapDetector before = new TrapDetector(CONFIG, memory, clock(0));
    for (int i = 0; i < 60; i++) {
      fetch(before, HOST + "/day/" + i, "Nothing is planned");
    }
    before.keep();

    assertThat(new TrapDetector(CONFIG, memory, clock(31)).judge(HOST + "/day/61"))
        .isEqualTo(Verdict.ADMITTED);
  }

  @Test
  void remembersForThirtyDaysFromGivingUpEvenIfKilledAtOnce() {
    HostMemory memory = HostMemory.in(folder);
    TrapDetector first = new TrapDetector(CONFIG, memory, clock(0));
    fetch(first, HOST + "/ad/1", text(new Random(1)));
    first.keep();
    TrapDetector killed = new TrapDetector(CONFIG, memory, clock(29));
    for (int i = 0; i < 11; i++) {
      fetch(killed, HOST + "/day/" + i, "Nothing is planned");
    }

    assertThat(new TrapDetector(CONFIG, memory, clock(58)).judge(HOST + "/day/12"))
        .isEqualTo(Verdict.TRAP);
    assertThat(new TrapDetector(CONFIG, memory, clock(59)).judge(HOST + "/day/12"))
        .isEqualTo(Verdict.ADMITTED);
  }

  private static TrapDetector detector(TrapConfig config) {
    return new TrapDetector(config, HostMemory.none(), clock(0));
  }

  private static Clock clock(int day) {
    return Clock.fixed(Instant.EPOCH.plus(Duration.ofDays(day)), ZoneOffset.UTC);
  }

  private static void fetch(TrapDetector detector, String url, String text) {
    detector.fetched(url, TextFingerprint.of(text));
  }

  /** Follows a site until nothing is admitted any more, or 5,000 pages long. */
  private static int pagesOf(
      Function<String, String> text, Function<String, String[]> links, String seed) {
    TrapDetector detector = detector(CONFIG);
    Deque<String> waiting = new ArrayDeque<>();
    waiting.add(seed);
    int pages = 0;
    while (!waiting.isEmpty() && pages < 5_000) {
      String url = waiting.poll();
      if (detector.judge(url) == Verdict.ADMITTED) {
        fetch(detector, url, text.apply(url));
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
