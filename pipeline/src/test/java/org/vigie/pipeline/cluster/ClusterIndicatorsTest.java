package org.vigie.pipeline.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Indicator;
import org.vigie.classifier.Taxonomy;
import org.vigie.pipeline.state.Days;

/** What only all adverts of a cluster show. */
class ClusterIndicatorsTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
  private static final String PHONE = "phone:+33639980001";

  @Test
  void raisesOneContactForThreeNamesIfEveryAdvertNamesIt() throws Exception {
    assertThat(shown(6, i -> member(i, List.of(PHONE), "name " + i % 3, "", "")))
        .contains("OA-01 one contact for 3 names");
    assertThat(ids(6, i -> member(i, List.of(PHONE), "name " + i % 2, "", "")))
        .doesNotContain("OA-01");
    assertThat(ids(6, i -> member(i, List.of(phone(i % 2)), "name " + i % 3, "", "")))
        .doesNotContain("OA-01");
  }

  @Test
  void raisesSeveralContactsOfOneAccountOfASite() throws Exception {
    assertThat(shown(6, i -> member(i, List.of(phone(i % 3)), "", "seller 7", "")))
        .contains("OA-06 one account with 3 contacts");
    assertThat(ids(6, i -> member(i, List.of(phone(i % 3)), "", "seller " + i % 3, "")))
        .doesNotContain("OA-06");
    assertThat(ids(6, i -> member(i, List.of(phone(i % 3)), "", "", ""))).doesNotContain("OA-06");
    assertThat(ids(6, i -> member(i, List.of("url:https://example.org/" + i), "", "seller 7", "")))
        .doesNotContain("OA-06");
  }

  @Test
  void raisesTheSameOfferUnderThreeEmployers() throws Exception {
    assertThat(shown(6, i -> member(i, List.of(PHONE), "", "", "Firm " + i % 3)))
        .contains("RC-15 the same offer under 3 employers");
    assertThat(ids(6, i -> member(i, List.of(PHONE), "", "", "Firm " + i % 2)))
        .doesNotContain("RC-15");
  }

  @Test
  void tellsMassTextThatLeadsToPagesAloneAndNeverScoresIt() throws Exception {
    List<Indicator> found =
        found(10, i -> member(i, List.of("url:https://example.org/" + i), "", "", ""));

    assertThat(found).filteredOn(i -> i.id().equals("NX-01")).hasSize(1);
    assertThat(found).filteredOn(i -> i.id().equals("NX-01")).noneMatch(Indicator::scored);
    assertThat(ids(10, i -> member(i, List.of(PHONE), "", "", ""))).doesNotContain("NX-01");
    assertThat(ids(10, i -> member(i, List.of("url:https://example.org/"), "Ana", "", "")))
        .doesNotContain("NX-01");
    assertThat(ids(10, i -> member(i, List.of(), "", "", ""))).doesNotContain("NX-01");
  }

  @Test
  void raisesATemplateWhoseSlotsVaryInThreeAdverts() throws Exception {
    assertThat(shown(3, i -> member(i, List.of(), "", "", "")))
        .contains("OA-02 3 adverts share one text whose slots vary");
    assertThat(ids(2, i -> member(i, List.of(), "", "", ""))).doesNotContain("OA-02");
    assertThat(ids(3, i -> member(i, List.of(), "", "", "", false)))
        .as("texts that differ in space alone have no slot")
        .doesNotContain("OA-02");
  }

  private static List<String> shown(int size, IntFunction<Member> member) throws Exception {
    return found(size, member).stream().map(i -> i.id() + " " + i.detail()).toList();
  }

  private static List<String> ids(int size, IntFunction<Member> member) throws Exception {
    return found(size, member).stream().map(Indicator::id).toList();
  }

  private static List<Indicator> found(int size, IntFunction<Member> member) throws Exception {
    ClusterState cluster = new ClusterState();
    for (int i = 0; i < size; i++) {
      cluster.add(member.apply(i));
    }
    List<Indicator> found =
        new ClusterIndicators(Taxonomy.load(Path.of(System.getProperty("vigie.root"), "models")))
            .of(cluster, Map.of());
    assertThat(found).extracting(Indicator::id).isSorted();
    return found;
  }

  private static String phone(int number) {
    return "phone:+3363998000" + number;
  }

  private static Member member(
      int number, List<String> contacts, String name, String account, String employer) {
    return member(number, contacts, name, account, employer, true);
  }

  private static Member member(
      int number,
      List<String> contacts,
      String name,
      String account,
      String employer,
      boolean varying) {
    return new Member(
        String.format("a-%010d", number),
        MONDAY.plus(Duration.ofHours(number)),
        Days.of(MONDAY.plus(Duration.ofHours(number))),
        Wording.of(varying ? "An offer with number " + number : "An offer" + " ".repeat(number)),
        contacts,
        "",
        "",
        "example.org",
        "classifieds",
        "en",
        List.of(),
        0.5,
        null,
        employer,
        "model-1",
        List.of(),
        name.isEmpty() ? List.of() : List.of(name),
        account,
        List.of());
  }
}
