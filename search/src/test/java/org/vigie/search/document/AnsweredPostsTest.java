package org.vigie.search.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Channel;
import org.vigie.search.AdvertIndex;
import org.vigie.search.Adverts;
import org.vigie.search.TestIndex;

/** Posts that answer others, as each kind of site says so. */
class AnsweredPostsTest {
  private static final String SITE = "forum.example.org";
  private static final String TOPIC = "https://forum.example.org/t/work-abroad/7";

  @TempDir private Path folder;

  @Test
  void findsAMessageByItsAddressWhereTheChannelNamesItByPath() throws IOException {
    AssessedAdvert asked = post("t.example.org/jobs", "jobs/12", "", "", "I look for work");
    AssessedAdvert reply =
        post("t.example.org/jobs", "jobs/13", "", "https://t.example.org/jobs/12", "Write me");
    AssessedAdvert elsewhere = post("t.example.org/other", "jobs/12", "", "", "Somebody else");

    assertThat(answered(reply, asked, elsewhere)).contains(asked.advert().id());
  }

  @Test
  void findsAPostByTheAddressThatIsItsName() throws IOException {
    AssessedAdvert asked =
        post("one.example.org", "https://one.example.org/p/1", "", "", "I look for work");
    AssessedAdvert reply =
        post("two.example.org", "https://two.example.org/p/9", "", asked.advert().sourceId(), "Hi");

    assertThat(answered(reply, asked)).contains(asked.advert().id());
  }

  @Test
  void findsAPostByTheSitesOwnIdOnThatSiteAlone() throws IOException {
    AssessedAdvert asked = post(SITE, "100", "", "", "I look for work");
    AssessedAdvert elsewhere = post("x.example.org", "100", "", "", "Another one");
    AssessedAdvert reply = post(SITE, "101", "", "100", "Write me");

    assertThat(answered(reply, asked, elsewhere)).contains(asked.advert().id());
    assertThat(answered(post("y.example.org", "102", "", "100", "Write me"), asked)).isEmpty();
  }

  @Test
  void findsAPostByItsNumberInTheTopicAndInNoOtherOfThatTitle() throws IOException {
    AssessedAdvert asked = numbered(TOPIC, "1", "", "I look for work");
    AssessedAdvert between = numbered(TOPIC, "2", "", "Me too");
    AssessedAdvert namesake = numbered("https://forum.example.org/t/work-abroad/8", "1", "", "Hm");
    AssessedAdvert reply = numbered(TOPIC, "3", "1", "Write me");

    assertThat(answered(reply, asked, between, namesake)).contains(asked.advert().id());
    assertThat(answered(numbered(TOPIC, "4", "9", "Write me"), asked, between)).isEmpty();
  }

  /** A forum's title may be as long as a text. */
  @Test
  void findsAPostInATopicWhoseTitleHasThousandsOfWords() throws IOException {
    String title =
        IntStream.range(0, 3_000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
    AssessedAdvert asked = numbered(title, TOPIC, "1", "", "I look for work");
    AssessedAdvert reply = numbered(title, TOPIC, "3", "1", "Write me");

    assertThat(answered(reply, asked)).contains(asked.advert().id());
  }

  @Test
  void findsNothingWhereNothingIsSaidToBeAnswered() throws IOException {
    AssessedAdvert asked = post(SITE, "", "", "", "I look for work");

    assertThat(answered(post(SITE, "101", "", "", "Write me"), asked)).isEmpty();
    assertThat(answered(post(SITE, "101", "", "://", "Write me"), asked)).isEmpty();
  }

  private Optional<String> answered(AssessedAdvert reply, AssessedAdvert... others)
      throws IOException {
    Path index = folder.resolve(Integer.toString(others.hashCode()));
    try (AdvertIndex adverts = TestIndex.of(index, others)) {
      return adverts.findAnswered(reply).map(TestIndex::id);
    }
  }

  private static AssessedAdvert numbered(String topic, String number, String answers, String body) {
    return numbered("Work abroad", topic, number, answers, body);
  }

  private static AssessedAdvert numbered(
      String title, String topic, String number, String answers, String body) {
    Advert.Builder post =
        Advert.builder(Channel.FORUM, SITE, Adverts.MONDAY)
            .title(title)
            .body(body)
            .url(topic + "/" + number)
            .sourceId("s" + number)
            .context("post", number)
            .context("replyTo", answers);
    return assessed(post.build());
  }

  private static AssessedAdvert post(
      String site, String sourceId, String title, String answers, String body) {
    return assessed(
        Advert.builder(Channel.MESSAGING, site, Adverts.MONDAY)
            .title(title)
            .body(body)
            .sourceId(sourceId)
            .context("replyTo", answers)
            .build());
  }

  private static AssessedAdvert assessed(Advert advert) {
    AssessedAdvert like = Adverts.saying("any");
    return new AssessedAdvert(
        advert, "en", List.of(), like.entities(), List.of(), like.assessment());
  }
}
