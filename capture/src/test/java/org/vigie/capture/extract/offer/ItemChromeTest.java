package org.vigie.capture.extract.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.Answer;

/** Pages are invented. */
class ItemChromeTest {
  private static List<Advert> adverts(String chrome) {
    String item =
        """
        <div class="x"><h2><a href="/o/%1$d">Picking fruit in hill %1$d</a></h2>
          <p>Two weeks in the hills with a bed and a meal, from day 1%1$d on.</p>%2$s</div>
        """;
    String items =
        item.formatted(1, chrome.formatted(1, "one", "ann"))
            + item.formatted(2, chrome.formatted(2, "two", "bea"))
            + item.formatted(3, chrome.formatted(3, "three", "cat"));
    return Answer.html("https://jobs.example.org/list", "<body><h1>Jobs</h1>" + items)
        .extract()
        .adverts();
  }

  @Test
  void leavesButtonsAndHiddenWordsThatSayTheTitleAgainOutOfAnItem() {
    assertThat(
            adverts(
                "<button>Keep this: Picking fruit in hill %1$d</button>"
                    + "<i class='ui-hidden-accessible'>Share this: Picking fruit in hill %1$d</i>"))
        .extracting(Advert::body)
        .containsExactly(
            "Two weeks in the hills with a bed and a meal, from day 11 on.",
            "Two weeks in the hills with a bed and a meal, from day 12 on.",
            "Two weeks in the hills with a bed and a meal, from day 13 on.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<button>Ring +44 7700 90031%1$d</button>",
        "<button>Telegram: %3$s underscore picks fruit all summer</button>",
        "<span class=hide>%3$s at example dot org</span>",
        "<button>Wage %2$s hundred a week</button>",
        "<span class=sr-only>Whoever comes leaves the passport with %3$s</span>",
        "<button>Picking fruit in hill %1$d: ask for %3$s</button>"
      })
  void keepsWhatAButtonOrAHiddenElementAloneSays(String chrome) {
    List<String> bodies = adverts(chrome).stream().map(Advert::body).toList();

    for (int i = 0; i < 3; i++) {
      String said =
          chrome
              .replaceAll("<[^>]*>", "")
              .formatted(
                  i + 1,
                  List.of("one", "two", "three").get(i),
                  List.of("ann", "bea", "cat").get(i));
      assertThat(bodies.get(i)).contains(said);
    }
  }
}
