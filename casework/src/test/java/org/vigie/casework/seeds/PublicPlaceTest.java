package org.vigie.casework.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;

class PublicPlaceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.reddit.com/r/example/comments/1",
        "https://redd.it/1",
        "https://bsky.app/profile/example",
        "https://www.threads.net/@example",
        "https://fr.pinterest.com/example",
        "https://www.pinterest.co.uk/example",
        "https://pinterest.fr/example",
        "https://t.co/AbCd",
        "https://medium.com/@example",
        "https://maps.google.de/place",
        "https://google.com.tr/maps",
        "https://www.tumblr.com/example",
        "https://wordpress.com/read",
        "https://m.vk.com/example"
      })
  void proposesNoPlatformAsAWhole(String url) {
    assertThat(PublicPlace.of(Contact.declared(ContactType.URL, url), "board.example.org"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://example-jobs.tumblr.com/post/1, https://example-jobs.tumblr.com/",
    "https://example-jobs.blogspot.de/2026, https://example-jobs.blogspot.de/",
    "https://notreddit.com/a, https://notreddit.com/",
    "https://google.example.org/a, https://google.example.org/",
    "https://x.com.example.net/a, https://x.com.example.net/"
  })
  void proposesSomebodysOwnSite(String url, String place) {
    assertThat(PublicPlace.of(Contact.declared(ContactType.URL, url), "board.example.org"))
        .map(ProposedSeed.Address::url)
        .contains(place);
  }

  @ParameterizedTest
  @CsvSource({
    "https://t.me/Example_Jobs/123, https://t.me/s/example_jobs",
    "https://t.me/s/example_jobs/7?before=2, https://t.me/s/example_jobs"
  })
  void proposesTheChannelOfAForwardedMessage(String link, String place) {
    assertThat(PublicPlace.ofForwarded(link)).map(ProposedSeed.Address::url).contains(place);
  }

  @Test
  void proposesNoGroupProgramOrPersonOfAForwardedMessage() {
    for (String link :
        new String[] {
          "",
          "https://t.me/example_person",
          "https://t.me/c/123456/7",
          "https://t.me/+AbCdEfGh",
          "https://t.me/example_bot/5",
          "https://example.org/t.me/example_jobs/1",
          "https://t.me/joinchat/AbCdEfGh"
        }) {
      assertThat(PublicPlace.ofForwarded(link)).as(link).isEmpty();
    }
  }
}
