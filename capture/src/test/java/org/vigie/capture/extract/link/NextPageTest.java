package org.vigie.capture.extract.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.capture.extract.Answer;
import org.vigie.capture.extract.page.Page;

class NextPageTest {
  private static final String SITE = "https://ads.example.org";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Next",
        "Next page »",
        "Suivant >",
        "Page suivante",
        "Siguiente",
        "Nächste Seite",
        "weiter",
        "Avanti",
        "Próxima",
        "Volgende",
        "Następna strona",
        "Další",
        "Următoarea",
        "Следующая →",
        "Далее",
        "Наступна",
        "Напред",
        "Következő",
        "Επόμενη",
        "Sonraki",
        "التالي",
        "次へ",
        "下一页"
      })
  void knowsTheWordForNextInManyLanguages(String word) {
    assertThat(next("/jobs?q=a", "<a href='/jobs?q=a&o=20'>" + word + "</a>"))
        .isEqualTo("/jobs?q=a&o=20");
  }

  @ParameterizedTest
  @CsvSource({
    "/ads?page=3, /ads?page=4",
    "/ads/page/3/, /ads/page/4/",
    "/ads/seite-3.html, /ads/seite-4.html",
    "/ads?p=3&sort=new, /ads?p=4&sort=new"
  })
  void goesToTheNumberAfterThePagesOwn(String self, String following) {
    String pager =
        "<a href='%s'>2</a> <b>3</b> <a href='%s'>4</a> <a href='%s'>5</a>"
            .formatted(self.replace("3", "2"), self.replace("3", "4"), self.replace("3", "5"));

    assertThat(next(self, pager)).isEqualTo(following);
  }

  @Test
  void readsItsOwnNumberFromThePagerWhereTheAddressHasNone() {
    String pager =
        "<a href='/ads?start=0'>1</a><span class='current'>2</span>"
            + "<a href='/ads?start=40'>3</a><a href='/ads?start=60'>4</a>";

    assertThat(next("/ads?start=20", pager)).isEqualTo("/ads?start=40");
  }

  @Test
  void takesTheFirstPageForNumberOne() {
    assertThat(next("/ads", "<a href='/ads?page=2'>2</a><a href='/ads?page=3'>3</a>"))
        .isEqualTo("/ads?page=2");
  }

  @Test
  void believesWhatThePageDeclares() {
    assertThat(next("/ads", "<a href='/ads?page=2'>2</a><a rel='nofollow next' href='/x'>x</a>"))
        .isEqualTo("/ads?page=2");
    assertThat(next("/ads", "<a href='/ads?page=2'>2</a><a rel='next' href='/ads/b'>more</a>"))
        .isEqualTo("/ads/b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href='https://other.example.org/ads?page=2'>Next</a>",
        "<a href='/about'>Next</a>",
        "<a href='/ad/flat-2'>2</a>",
        "<a href='/threads/another.7/page-2'>2</a>",
        "<a rel='next' href='/ads?'>Next</a>",
        "<a href='#'>Next</a>",
        "<a href='/ads?page=1'>1</a> <a href='/ads?page=9'>9</a>"
      })
  void findsNoPagingWhereThereIsNone(String html) {
    assertThat(next("/ads", html)).isEmpty();
  }

  @Test
  void endsOnTheLastPage() {
    assertThat(next("/ads?page=9", "<a href='/ads?page=8'>8</a> <b>9</b>")).isEmpty();
  }

  /** Returns the path of the next page, or empty. */
  private static String next(String self, String body) {
    Page page = Answer.html(SITE + self, "<html><body>" + body).payload().page();
    String next = NextPage.next(page);
    return next.startsWith(SITE) ? next.substring(SITE.length()) : next;
  }
}
