package org.vigie.crawler.focus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.crawler.frontier.KeptAnswer;
import org.vigie.crawler.frontier.Origin;
import org.vigie.crawler.frontier.PageEnd;
import org.vigie.crawler.frontier.PageVisit;
import org.vigie.crawler.frontier.Target;
import org.vigie.crawler.politeness.KeyValueStore;

class LinkRankerTest {
  private static final Origin LIST = new Origin(1, 2, 1, false);

  private final Memory store = new Memory();
  private final LinkRanker ranker = LinkRanker.on(store);

  @ParameterizedTest
  @CsvSource({
    "room for rent, match report",
    "кімната здам, новини дня",
    "غرفة للايجار, اخبار اليوم",
    "部屋を貸します, 今日のニュース"
  })
  void tellsLinksApartByTheirWordsInAnyScript(String advert, String other) {
    for (int i = 0; i < 30; i++) {
      ranker.learn(page(link("/p/" + i, advert), true), List.of());
      ranker.learn(page(link("/p/" + (1000 + i), other), false), List.of());
    }

    assertThat(ranker.score(link("/p/77", advert))).isGreaterThan(0.7);
    assertThat(ranker.score(link("/p/77", other))).isLessThan(0.3);
  }

  @Test
  void valuesAListingForTheAdvertsBehindIt() {
    for (int i = 0; i < 40; i++) {
      Target item = link("/item/" + i, "");
      ranker.learn(page(item, true), List.of());
      Target fresh = link("/item/" + (1000 + i), "");
      ranker.learn(
          page(link("/list?page=" + i, ""), false), List.of(scored(fresh, ranker.score(fresh))));
      ranker.learn(page(link("/help/" + i, ""), false), List.of());
    }

    double item = ranker.score(link("/item/9", ""));
    double list = ranker.score(link("/list?page=99", ""));
    double help = ranker.score(link("/help/99", ""));
    assertThat(item).isGreaterThan(list);
    assertThat(list).isGreaterThan(0.4);
    assertThat(help).isLessThan(0.2);
  }

  @Test
  void valuesATextThatShowsNoOfferLessThanAnAdvertAndMoreThanNothing() {
    for (int i = 0; i < 60; i++) {
      ranker.learn(page(link("/item/" + i, ""), true), List.of());
      ranker.learn(page(link("/essay/" + i, ""), true).doubted(), List.of());
      ranker.learn(page(link("/help/" + i, ""), false), List.of());
    }

    double essay = ranker.score(link("/essay/99", ""));
    assertThat(essay).isLessThan(0.15);
    assertThat(ranker.score(link("/item/99", ""))).isGreaterThan(0.7);
    assertThat(ranker.score(link("/help/99", ""))).isLessThan(essay);
  }

  @Test
  void keepsTheScoreOfWhatSomebodyChose() {
    assertThat(ranker.score(new Target("http://a.example.org/", 0, 0, 1, ""))).isEqualTo(1);
  }

  @Test
  void goesOnAfterARestartWithWhatItLearned() {
    for (int i = 0; i < 20; i++) {
      ranker.learn(page(link("/ad/" + i, "offer"), true), List.of());
    }
    ranker.save();

    Target link = link("/ad/77", "offer");
    assertThat(LinkRanker.on(store).score(link)).isEqualTo(ranker.score(link));
  }

  @Test
  void explainsAScoreByWhatWeighsMost() {
    for (int i = 0; i < 20; i++) {
      ranker.learn(page(link("/p/" + i, i % 2 == 0 ? "offer" : "report"), i % 2 == 0), List.of());
    }

    assertThat(ranker.explain(link("/p/77", "offer")).getFirst())
        .satisfies(reason -> {
          assertThat(reason.feature()).isEqualTo("anchor word 'offer'");
          assertThat(reason.weight()).isPositive();
        });
  }

  @Test
  void readsAddressesAsTheyAreWritten() {
    assertThat(LinkFeatures.readable("http://a.example.org/%D0%BE%D1%84%D0%B5%D1%80/12?x=3"))
        .isEqualTo("/офер/#?x=#");
    assertThat(LinkFeatures.form("/ad/nice-flat-in-town-#?id=#")).isEqualTo("/a/a-a#?a=#");
    assertThat(LinkFeatures.readable("http://a.example.org/100%")).isEqualTo("/#%");
  }

  private static Target link(String path, String anchor) {
    return new Target("http://a.example.org" + path, 2, 0, Target.UNKNOWN_SCORE, anchor, LIST);
  }

  private static Target scored(Target link, double score) {
    return new Target(link.url(), link.depth(), 0, score, link.anchor(), link.origin());
  }

  private static PageEnd page(Target target, boolean advert) {
    List<String> adverts = advert ? List.of("a-1") : List.of();
    PageVisit visit = new PageVisit(1, 1, 200, KeptAnswer.NONE, adverts, 1, 0);
    return new PageEnd(target, "fetched", visit, List.of(), null, adverts.size(), false);
  }

  private static final class Memory implements KeyValueStore {
    private final Map<String, byte[]> values = new HashMap<>();

    @Override
    public byte @Nullable [] get(String key) {
      return values.get(key);
    }

    @Override
    public List<byte[]> all() {
      return new ArrayList<>(values.values());
    }

    @Override
    public void put(String key, byte[] value) {
      values.put(key, value);
    }

    @Override
    public void remove(String key) {
      values.remove(key);
    }
  }
}
