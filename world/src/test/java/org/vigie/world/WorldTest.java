package org.vigie.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Advert;

class WorldTest {
  private static final WorldSpec DEMO = new WorldSpec(1, 420);

  @Test
  void isTheSameAgainForTheSameSeedAndSize() {
    World one = World.generate(DEMO);
    World other = World.generate(DEMO);

    assertThat(other.truth()).isEqualTo(one.truth());
    assertThat(other.adverts().toList()).isEqualTo(one.adverts().toList());
    for (Host host : Host.values()) {
      assertThat(pages(other, host)).isEqualTo(pages(one, host));
    }
  }

  @Test
  void isAnotherForAnotherSeed() {
    List<String> one = World.generate(new WorldSpec(1, 420)).adverts().map(Advert::id).toList();
    List<String> other = World.generate(new WorldSpec(2, 420)).adverts().map(Advert::id).toList();

    assertThat(other).isNotEqualTo(one);
  }

  @Test
  void staysAsItWasReleased() throws Exception {
    World world = World.generate(DEMO);
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update(world.truth().toJson().getBytes(StandardCharsets.UTF_8));
    world.adverts().forEach(advert -> sha256.update(advert.id().getBytes(StandardCharsets.UTF_8)));

    assertThat(HexFormat.of().formatHex(sha256.digest()))
        .isEqualTo("4f2ba7085434701de77578a530215975933ace9a2fecc52ae25c0faa8e08cd73");
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 137, 400, 420, 3_000})
  void hasAsManyAdvertsAsAskedForAndNamesEachOnceInItsTruth(int adverts) {
    World world = World.generate(new WorldSpec(5, adverts));
    Truth truth = world.truth();

    List<String> named = new ArrayList<>(truth.ordinary());
    truth.campaigns().forEach(campaign -> named.addAll(campaign.urls()));
    truth.watched().forEach(watched -> named.addAll(watched.urls()));
    List<String> urls = world.adverts().map(Advert::url).toList();
    assertThat(urls).hasSize(adverts).doesNotHaveDuplicates();
    assertThat(named).containsExactlyInAnyOrderElementsOf(urls);
    assertThat(truth.ordinary()).hasSizeGreaterThanOrEqualTo(adverts * 3 / 4);
  }

  @Test
  void refusesASizeThatCannotHoldItsCampaigns() {
    assertThatThrownBy(() -> new WorldSpec(1, 99))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("adverts must be in [100, ")
        .hasMessageEndingWith("but was 99");
  }

  @Test
  void plantsAtLeastEightAlertingCampaignsAndOneInEachLanguage() {
    World world = World.generate(new WorldSpec(1, 400));
    List<Truth.Campaign> alerting =
        world.truth().campaigns().stream().filter(Truth.Campaign::alerts).toList();

    Set<String> languages = new TreeSet<>();
    alerting.forEach(campaign -> languages.add(campaign.name().substring(0, 2)));
    assertThat(alerting).hasSizeGreaterThanOrEqualTo(8);
    assertThat(languages).containsExactly("ar", "en", "es", "fr", "ro", "uk");
    assertThat(world.truth().campaigns())
        .allSatisfy(campaign -> assertThat(campaign.urls()).hasSizeBetween(4, 12));
  }

  @Test
  void spreadsEachAlertingCampaignOverSeveralSites() {
    assertThat(World.generate(DEMO).truth().campaigns())
        .filteredOn(Truth.Campaign::alerts)
        .allSatisfy(campaign ->
            assertThat(campaign.urls().stream().map(url -> url.split("/")[2]).distinct())
                .hasSizeGreaterThanOrEqualTo(3));
  }

  @Test
  void repeatsSomeOrdinaryAdvertsWordForWord() {
    List<String> texts = new ArrayList<>();
    Set<String> repeated = new HashSet<>();
    World.generate(DEMO)
        .adverts()
        .map(advert -> String.join(" ", advert.text().split("\\s+")))
        .forEach(text -> (texts.contains(text) ? repeated : texts).add(text));

    assertThat(repeated).hasSizeGreaterThan(10);
  }

  @Test
  void leavesNoBraceOpenAndNoLineEmpty() {
    List<String> spoilt =
        World.generate(new WorldSpec(11, 2_000))
            .adverts()
            .filter(advert ->
                advert.text().contains("{")
                    || advert.text().contains("}")
                    || advert.body().lines().anyMatch(String::isBlank)
                    || advert.body().length() < 90)
            .map(Advert::url)
            .toList();

    assertThat(spoilt).isEmpty();
  }

  @Test
  void postsInOrderOfTimeBeforeItIsServed() {
    List<Advert> adverts =
        World.generate(DEMO).adverts().filter(advert -> advert.postedAt() != null).toList();

    assertThat(adverts.stream().map(Advert::time))
        .isSorted()
        .allSatisfy(time -> assertThat(time).isBetween(WorldSpec.BASE, WorldSpec.COMPLETE));
  }

  @Test
  void movesOneContactThroughFourTownsWithinNineDays() {
    World world = World.generate(DEMO);
    Truth.Campaign moving =
        world.truth().campaigns().stream()
            .filter(campaign -> campaign.name().equals("fr-four-cities"))
            .findFirst()
            .orElseThrow();
    List<Advert> members =
        world.adverts().filter(advert -> moving.urls().contains(advert.url())).toList();

    assertThat(members.stream().map(Advert::place).filter(place -> !place.isEmpty()).distinct())
        .hasSize(4);
    assertThat(members.getLast().time())
        .isBefore(members.getFirst().time().plusSeconds(9 * 86_400));
  }

  @Test
  void writesItsTruthAsJson(@TempDir Path folder) throws Exception {
    Truth truth = World.generate(DEMO).truth();
    truth.writeTo(folder.resolve("truth.json"));

    String json = Files.readString(folder.resolve("truth.json"));
    assertThat(JsonCheck.isJson(json)).isTrue();
    assertThat(json)
        .startsWith("{\"campaigns\":[{\"name\":\"en-apartment-visits\",\"urls\":[\"http://")
        .contains("\"query\":\"\\\"modelling abroad\\\" lang:en\"");
  }

  @Test
  void writesWatchedWordsIntoNoOtherAdvert() {
    World world = World.generate(new WorldSpec(3, 2_000));

    assertThat(
            world
                .adverts()
                .filter(advert -> advert.text().toLowerCase().contains("modelling abroad"))
                .map(Advert::url))
        .isEqualTo(world.truth().watched().getLast().urls());
  }

  private static List<ServedPage> pages(World world, Host host) {
    List<ServedPage> pages = new ArrayList<>();
    for (String target : Crawl.targets(world, host)) {
      pages.add(world.findPage(host.hostName(), target, host.origin()).orElseThrow());
    }
    assertThat(pages).hasSizeGreaterThan(5);
    return pages;
  }
}
