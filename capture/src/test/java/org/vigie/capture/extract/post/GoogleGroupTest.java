package org.vigie.capture.extract.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.Answer;

/** Messages are invented; the class names are those of Google Groups since 2020. */
class GoogleGroupTest {
  private static final String MESSAGE =
      """
      <section class="BkrUxb"><div><h3 class="s1f8Zd">%s</h3><span class="zX2W9c">unread,</span>
        <span class="ELCJ4d">%s</span><div>to crew</div></div>
        <div class="ptW7te" jsname="yjbGtf" role="region"><div dir="ltr">%s</div></div>
        <div role="button">Reply all</div><div role="button">Forward</div></section>
      """;

  private static List<Advert> read(String messages) {
    String page =
        "<html lang=en><title>Two packers</title><body><c-wiz><h1>Two packers</h1><div>15 views</div><div role=list>%s</div>";
    return Answer.html("https://groups.example.org/g/crew/c/AbC", page.formatted(messages))
        .extract()
        .adverts();
  }

  @Test
  void readsEachMessageWithWhoSentItAndWhen() {
    List<Advert> adverts =
        read(
            MESSAGE.formatted("Louise Martin", "Nov 17, 2025, 9:12:44 AM", "We start in January.")
                + MESSAGE.formatted("Ben Okoro", "Nov 18, 2025, 11:01:10 PM", "Is a room given?"));

    assertThat(adverts)
        .extracting(Advert::body)
        .containsExactly("We start in January.", "Is a room given?");
    assertThat(adverts)
        .extracting(Advert::postedAt)
        .containsExactly(
            Instant.parse("2025-11-17T09:12:44Z"), Instant.parse("2025-11-18T23:01:10Z"));
    assertThat(adverts)
        .extracting(one -> one.fields().get("author"))
        .containsExactly("Louise Martin", "Ben Okoro");
    assertThat(adverts).extracting(Advert::channel).containsOnly(Channel.FORUM);
  }

  @Test
  void leavesOutWhatAMessageQuotesAndWhatTheGroupAppends() {
    String text =
        """
        Is a room given?<div class="gmail_quote">Ann wrote: we start in January</div><br>-- <br>
        You received this message because you are subscribed to the Google Groups "crew" group.<br>To unsubscribe, write.
        """;

    assertThat(read(MESSAGE.formatted("Ben", "Nov 18, 2025", text)))
        .extracting(Advert::body)
        .containsExactly("Is a room given?");
  }
}
