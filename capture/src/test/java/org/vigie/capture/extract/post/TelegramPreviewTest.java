package org.vigie.capture.extract.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.Answer;
import org.vigie.capture.extract.SharedPages;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.ImageHash;

class TelegramPreviewTest {
  private static final String URL = "https://t.example.org/s/somechannel";

  @Test
  void keepsForwardsRepliesEditsLinksAndPictures() {
    String html =
        """
        <div class="tgme_widget_message" data-post="somechannel/41">
          <a class="tgme_widget_message_reply" href="/somechannel/12">
            <div class="tgme_widget_message_text">quoted</div></a>
          <div class="tgme_widget_message_forwarded_from">Forwarded from
            <a class="tgme_widget_message_forwarded_from_name" href="/other/9">Other place</a></div>
          <a class="tgme_widget_message_photo_wrap"
             style="width:8px;background-image:url('https://cdn.example.org/1.jpg')"></a>
          <div class="tgme_widget_message_text">Work: <a href="https://jobs.example.org/1">here</a>
            <a href="?q=%23work">#work</a></div>
          <a class="tgme_widget_message_link_preview" href="https://jobs.example.org/2"></a>
          <span class="tgme_widget_message_meta">edited &nbsp;<a class="tgme_widget_message_date"
            href="https://t.example.org/somechannel/41"><time datetime="2026-02-01T08:00:00+00:00">
            </time></a></span></div>\
        """;

    Advert advert = Answer.html(URL, html).extract().adverts().getFirst();

    assertThat(advert.fields())
        .isEqualTo(
            Map.of(
                "forwardedFrom", "Other place",
                "context.forwardedFrom", "https://t.example.org/other/9",
                "context.replyTo", "https://t.example.org/somechannel/12",
                "context.edited", "true",
                "context.links", "https://jobs.example.org/1 https://jobs.example.org/2",
                "context.images", ImageHash.ofUrl("https://cdn.example.org/1.jpg")));
  }

  @Test
  void readsWhatAChannelSaysOfItself() {
    String html =
        """
        <div class="tgme_channel_info"><div class="tgme_channel_info_header_title">Work abroad</div>
          <div class="tgme_channel_info_header_username"><a
            href="https://t.example.org/somechannel">@somechannel</a></div>
          <div class="tgme_channel_info_description">Questions: form@example.org</div></div>
        <div class="tgme_widget_message" data-post="somechannel/43">
          <div class="tgme_widget_message_text">Cooks wanted</div></div>\
        """;

    assertThat(Answer.html(URL, html).extract().adverts())
        .extracting(Advert::sourceId, Advert::title, Advert::body, Advert::site)
        .containsExactly(
            tuple("somechannel/43", "", "Cooks wanted", "t.example.org/somechannel"),
            tuple(
                "somechannel",
                "Work abroad",
                "Questions: form@example.org",
                "t.example.org/somechannel"));
  }

  @Test
  void readsTheWordsOfAPoll() {
    String html =
        """
        <div class="tgme_widget_message" data-post="somechannel/42">
          <div class="tgme_widget_message_poll"><div class="tgme_widget_message_poll_question">Which
            town?</div><div class="tgme_widget_message_poll_option_text">Lyon</div>
            <div class="tgme_widget_message_poll_option_text">Cork</div></div></div>\
        """;

    assertThat(Answer.html(URL, html).extract().adverts().getFirst().body())
        .isEqualTo("Which town?\nLyon\nCork");
  }

  @Test
  void takesTimeInProportionToHoweverDeepMessagesAreNested() {
    String html =
        "<div class='tgme_widget_message' data-post='a/1'><div class='tgme_widget_message_text'>x"
            .repeat(10_000);

    assertThat(Answer.html(URL, html).extract().adverts()).hasSize(1);
  }

  @Test
  void readsForwardsLinksAndTimesOfSavedMessages() throws Exception {
    Path folder = SharedPages.folder("html/telegram-preview");
    Map<String, String> forwarded =
        only(folder.resolve("message_media_forwarded_from.html")).fields();
    assertThat(forwarded.get("forwardedFrom")).isNotBlank();
    assertThat(forwarded.get("context.forwardedFrom")).startsWith("https://t.me/");
    assertThat(forwarded.get("context.images")).startsWith("sha256:");
    assertThat(only(folder.resolve("message_with_from_author.html")).fields().get("author"))
        .isNotBlank();
    assertThat(only(folder.resolve("message_link_preview.html")).fields().get("context.links"))
        .startsWith("https://");
    assertThat(only(folder.resolve("message_poll.html")).body()).contains("\n");
    int messages = 0;
    for (Path file : SharedPages.files(folder, ".html")) {
      if (!file.getFileName().toString().matches("(message_|full).*")) {
        continue; // a fragment from within a message
      }
      for (Advert advert : extract(file).adverts()) {
        if (!advert.sourceId().contains("/")) {
          continue; // what the channel says of itself
        }
        messages++;
        assertThat(advert.postedAt()).as(file.toString()).isNotNull();
        assertThat(advert.url()).startsWith("https://t.me/");
      }
    }
    assertThat(messages).isGreaterThanOrEqualTo(20);
  }

  private static Advert only(Path file) throws Exception {
    assertThat(extract(file).adverts()).as(file.toString()).hasSize(1);
    return extract(file).adverts().getFirst();
  }

  private static Extraction extract(Path file) throws Exception {
    return Answer.of("https://t.me/s/x", "text/html", Files.readAllBytes(file)).extract();
  }

  @Test
  void readsOlderMessagesThatAreHandedOutAsOneStringOfMarkup() {
    Extraction extraction =
        Answer.json(
                "https://t.me/s/example_jobs?before=9",
                "\"<div class=\\\"tgme_widget_message\\\" data-post=\\\"example_jobs/8\\\">"
                    + "<div class=\\\"tgme_widget_message_text\\\">Bed in a hostel<\\/div><\\/div>\"")
            .extract();

    assertThat(extraction.adverts()).extracting(Advert::body).containsExactly("Bed in a hostel");
  }

  @Test
  void saysThatASearchOfAChannelFoundNothing() {
    Extraction extraction =
        Answer.html(
                "https://t.me/s/example_jobs?q=x",
                "<body><div class=tgme_channel_info><div class=tgme_channel_info_description>Jobs each"
                    + " day of the year, write to us</div></div>")
            .extract();

    assertThat(extraction.adverts()).isEmpty();
    assertThat(extraction.unread()).isEqualTo("links-alone");
  }
}
