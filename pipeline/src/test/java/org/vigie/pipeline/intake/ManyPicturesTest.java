package org.vigie.pipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;

/** Pictures of which there are many, or that several adverts or mails might name. */
class ManyPicturesTest extends PicturesOfInbox {
  @Test
  void keepsThePicturesOfMailsInAMailboxAndInMailsApart() throws Exception {
    String inner = mail("Inner", part("image/png", code(ADDRESS + "inner")));
    String outer =
        mail(
            "Outer",
            part("image/png", code(ADDRESS + "outer")),
            "Content-Type: message/rfc822\n\n" + inner);
    String last = mail("Last", part("image/png", code(ADDRESS + "last")));
    write("box.mbox", text("From a@example.org\n" + outer + "\n\nFrom a@example.org\n" + last));

    assertThat(read(folder.resolve("box.mbox")))
        .extracting(intake -> advert(intake).text())
        .containsExactlyInAnyOrder(
            "Inner\n\u25A3 " + ADDRESS + "inner",
            "Outer\n\u25A3 " + ADDRESS + "outer",
            "Last\n\u25A3 " + ADDRESS + "last");
  }

  @Test
  void comparesThePicturesOfAMailBeyondThoseWhoseTextIsRead() throws Exception {
    byte[] last = code(ADDRESS);
    write(
        "known.txt",
        text(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(last))));
    known.add(folder.resolve("known.txt"));
    String[] parts = new String[6];
    for (int i = 0; i < 6; i++) {
      parts[i] = part("image/png", i == 5 ? last : code(ADDRESS + i));
    }
    write("offer.eml", text(mail("Offer", parts)));

    List<Intake> read = read(folder.resolve("offer.eml"));

    assertThat(advert(read.get(0)).fields()).containsEntry(Advert.KNOWN_PICTURE, "true");
    assertThat(advert(read.get(0)).text()).contains(ADDRESS + "4");
    assertThat(counts.textUnread()).containsEntry("beyond-the-first", 1L);
  }

  @Test
  void decodesAPictureOnceThatManyAdvertsName() throws Exception {
    write("in/flyer.png", code(ADDRESS));
    write("in/other.png", code(ADDRESS + "2"));
    write(
        "in/a.jsonl",
        text(
            "{\"text\":\"a\",\"pictures\":[\"flyer.png\"]}\n".repeat(3)
                + "{\"text\":\"b\",\"fields\":{\"pictures\":\"./flyer.png; other.png\"}}\n"));

    List<Intake> read = read(folder.resolve("in"));

    assertThat(read)
        .extracting(intake -> advert(intake).text())
        .containsExactly(
            "a\n\u25A3 " + ADDRESS,
            "a\n\u25A3 " + ADDRESS,
            "a\n\u25A3 " + ADDRESS,
            "b\n\u25A3 " + ADDRESS + "\n\u25A3 " + ADDRESS + "2");
    assertThat(counts.read()).isEqualTo(2);
  }

  @Test
  void handsNoWordOfAnAdvertsLanguageOn() throws Exception {
    write("in/flyer.png", code(ADDRESS));
    write(
        "in/a.jsonl",
        text(
            "{\"text\":\"a\",\"lang\":\"q\\u001b[2J%s\",\"pictures\":[\"flyer.png\"]}\n"
                .formatted("x".repeat(70_000))));

    read(folder.resolve("in"));

    assertThat(counts.read()).isEqualTo(1);
    assertThat(counts.textUnread().keySet()).isSubsetOf("no-data", "no-tesseract");
  }

  @Test
  void comparesThePicturesOfAPageThatItDoesNotShow() throws Exception {
    List<Intake> read = read(savedPage(""));

    assertThat(read).hasSize(2);
    assertThat(advert(read.get(1)).text()).isEqualTo("\u25A3");
    assertThat(advert(read.get(1)).fields()).containsEntry(Advert.KNOWN_PICTURE, "true");
  }

  @Test
  void comparesThePicturesThatThePageOfAnAdvertShows() throws Exception {
    List<Intake> read = read(savedPage("<img src=\"https://board.example.org/2.png\">"));

    assertThat(read).hasSize(1);
    assertThat(advert(read.getFirst()).fields()).containsEntry(Advert.KNOWN_PICTURE, "true");
  }

  /** Returns a page that was saved with a picture that is known. */
  private Path savedPage(String shown) throws Exception {
    byte[] picture = code(ADDRESS);
    write(
        "known.txt",
        text(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(picture))));
    known.add(folder.resolve("known.txt"));
    String page =
        """
        From: <Saved by a browser>
        Snapshot-Content-Location: https://board.example.org/ad/1
        Content-Type: multipart/related; type="text/html"; boundary="X"

        --X
        Content-Type: text/html
        Content-Location: https://board.example.org/ad/1

        <html><head><title>Work abroad</title></head><body><h1>Work abroad</h1>
        <p>We look for people who want to work abroad, with a room and food, starting at once.</p>
        %s</body></html>
        --X
        Content-Location: https://board.example.org/2.png
        %s--X--
        """
            .formatted(shown, part("image/png", picture));
    write("page.mht", text(page));
    return folder.resolve("page.mht");
  }

  private static String mail(String subject, String... parts) {
    String boundary = "part-of-" + subject;
    StringBuilder mail =
        new StringBuilder(
            "From: a@example.org\nSubject: %s\nContent-Type: multipart/mixed; boundary=\"%s\"\n\n"
                .formatted(subject, boundary));
    for (String part : parts) {
      mail.append("--").append(boundary).append('\n').append(part).append('\n');
    }
    return mail.append("--").append(boundary).append("--\n").toString();
  }

  private static String part(String type, byte[] content) {
    return "Content-Type: %s\nContent-Transfer-Encoding: base64\n\n%s\n"
        .formatted(type, Base64.getMimeEncoder().encodeToString(content));
  }
}
