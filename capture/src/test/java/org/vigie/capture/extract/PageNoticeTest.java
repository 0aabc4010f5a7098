package org.vigie.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.capture.extract.page.Extraction;

class PageNoticeTest {
  private static final String URL = "https://board.example.org/ad/17";

  @ParameterizedTest
  @CsvSource({
    "gone, This advert is no longer available. Have a look at others like it instead.",
    "gone, Diese Anzeige wurde gelöscht. Vielleicht ist etwas anderes für dich dabei heute.",
    "gone, Cette annonce n’est plus disponible. Voici d’autres annonces qui pourraient vous plaire.",
    "gone, Объявление снято с публикации. Посмотрите другие объявления в этом разделе нашего сайта.",
    "barred, Your request has been blocked due to a network policy of ours. Try again later.",
    "barred, Доступ ограничен: слишком много запросов с вашего адреса. Попробуйте зайти немного позже."
  })
  void saysWhyAPageThatShowsANoticeHasNoAdvert(String reason, String notice) {
    Extraction extraction = read("<h1>Board</h1><p>" + notice + "</p>");

    assertThat(extraction.adverts()).isEmpty();
    assertThat(extraction.unread()).isEqualTo(reason);
  }

  @Test
  void keepsAnAdvertThatSoundsLikeANoticeButTellsHowToReachSomebody() {
    Extraction extraction =
        read(
            "<h1>Room, Mill Lane</h1><p>The room upstairs is no longer available, the one below"
                + " is. Ring +44 7700 900318 after six.</p>");

    assertThat(extraction.adverts()).hasSize(1);
  }

  private static Extraction read(String body) {
    return Answer.html(URL, "<html><body><main>" + body + "</main></body></html>").extract();
  }
}
