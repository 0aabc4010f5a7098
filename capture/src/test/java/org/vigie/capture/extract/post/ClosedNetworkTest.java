package org.vigie.capture.extract.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.Answer;
import org.vigie.capture.extract.page.Extraction;

class ClosedNetworkTest {
  private static final String PAGE =
      """
      <html><head><title>Join</title><meta property="og:title" content="Work abroad, group 7">
      <meta property="og:description" content="A description nobody asked for"></head>
      <body><p>Many words about what goes on in this group and who is in it, for whoever joins.</p>
      <a href="/other">other</a></body></html>\
      """;

  @ParameterizedTest
  @CsvSource({
    "https://chat.whatsapp.com/ExampleCode0000, url:https://chat.whatsapp.com/ExampleCode0000",
    "https://discord.gg/example000, url:https://discord.gg/example000",
    "https://www.facebook.com/groups/0000000, url:https://www.facebook.com/groups/0000000",
    "https://t.me/+ExampleInvitation, url:https://t.me/+ExampleInvitation",
    "https://t.me/joinchat/ExampleInvitation, url:https://t.me/joinchat/ExampleInvitation",
    "https://t.me/Example_Name, handle:telegram:example_name"
  })
  void takesTheTitleAndTheContactAndNothingElse(String url, String contact) {
    Extraction extraction = Answer.html(url, PAGE).extract();

    assertThat(extraction.links()).isEmpty();
    assertThat(extraction.adverts()).hasSize(1);
    Advert advert = extraction.adverts().getFirst();
    assertThat(advert.channel()).isEqualTo(Channel.LINK_PREVIEW);
    assertThat(advert.text()).isEqualTo("Work abroad, group 7");
    assertThat(advert.fields()).isEqualTo(Map.of("contact", contact));
    assertThat(advert.url()).isEqualTo(url);
  }

  @Test
  void knowsAnInvitationToTelegramByItsMarkupOnAnyHost() {
    String html =
        "<div class='tgme_page'><div class='tgme_page_title'>Kitchen jobs</div>"
            + "<div class='tgme_page_description'>more</div>"
            + "<div class='tgme_page_action'><a href='tg://join'>Join</a></div></div>";

    Extraction extraction = Answer.html("https://t.example.org/+abc", html).extract();

    assertThat(extraction.adverts()).hasSize(1);
    assertThat(extraction.adverts().getFirst().text()).isEqualTo("Kitchen jobs");
  }

  @Test
  void takesWhatAChannelThatIsOpenToAllSaysOfItselfWithoutItsServicesWords() {
    Answer channel =
        Answer.html(
            "https://www.whatsapp.com/channel/0029Example",
            """
            <meta property="og:title" content="Garden news | WhatsApp Channel">
            <meta property="og:site_name" content="WhatsApp.com">
            <meta property="og:description"
              content="Garden news WhatsApp Channel. Garden news. Seeds to swap on Sundays. 1.2K followers">\
            """);

    Advert advert = channel.extract().adverts().getFirst();

    assertThat(advert.title()).isEqualTo("Garden news");
    assertThat(advert.body()).isEqualTo("Seeds to swap on Sundays.");
  }

  @Test
  void findsNoNameInAnInvitationThatShowsNone() {
    String html =
        "<meta property='og:title' content='Join group chat on Telegram'><div class='tgme_page'>"
            + "<div class='tgme_page_action'><a href='tg://join'>Join</a></div></div>";

    Extraction extraction = Answer.html("https://t.me/+ExampleCode", html).extract();

    assertThat(extraction.adverts()).isEmpty();
    assertThat(extraction.unread()).isNotEmpty();
  }

  @Test
  void namesAServerOrACommunityByItsOwnName() {
    String server = "<meta property='og:title' content='Join the Chess Club Discord Server!'>";

    assertThat(Answer.html("https://discord.com/invite/x", server).extract().adverts())
        .extracting(Advert::title)
        .containsExactly("Chess Club");
    assertThat(
            Answer.html(
                    "https://invite.viber.com/?g2=x", "<meta property='og:title' content='Chess'>")
                .extract()
                .adverts())
        .extracting(Advert::title)
        .containsExactly("Chess");
  }

  @Test
  void leavesTheFrontPageOfAServiceAlone() {
    assertThat(Answer.html("https://discord.com/invitations", PAGE).extract().adverts())
        .noneMatch(advert -> advert.channel() == Channel.LINK_PREVIEW);
  }

  @Test
  void takesWhatAChannelOfTelegramThatAllMayReadSaysOfItself() {
    Advert advert =
        Answer.html(
                "https://t.me/example_jobs",
                """
                <title>Telegram</title><body><div class="tgme_page"><div class="tgme_page_title">Jobs</div>
                <div class="tgme_page_description">No visa needed, ring +44 7700 900343</div>
                <div class="tgme_page_action"><a href="tg://resolve?domain=example_jobs">View</a></div>
                <a class="tgme_page_context_link" href="/s/example_jobs">Preview channel</a></div>
                """)
            .extract()
            .adverts()
            .getFirst();

    assertThat(advert.body()).isEqualTo("No visa needed, ring +44 7700 900343");
  }

  @Test
  void takesNothingThatAServiceSaysOfItselfWhereAnInvitationLeadsNowhere() {
    Extraction extraction =
        Answer.html(
                "https://discord.com/invite/none",
                "<meta property='og:site_name' content='Discord'><meta property='og:title' content='Discord - Talk to anybody'>")
            .extract();

    assertThat(extraction.adverts()).isEmpty();
    assertThat(extraction.unread()).isEqualTo("empty-shell");
  }
}
