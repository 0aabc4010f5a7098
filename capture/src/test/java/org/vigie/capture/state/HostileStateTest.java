package org.vigie.capture.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts of pages that are made to take long. */
@Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileStateTest {
  private static PageState script(String script) {
    return PageState.of(List.of(new PageState.Script("", "", script)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a=[/*", "a=(", "a=(function(", "a=(function(){return", "__next_f.push([/*"})
  void readsWhatBeginsAgainAndAgainInTimeThatGrowsWithItsLength(String begun) {
    assertThat(script(begun.repeat(500_000)).values().size()).isLessThanOrEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"streamController.enqueue([/*", "__sveltekit_ data:[/*"})
  void looksForWhatIsHandedOnInTimeThatGrowsWithItsLength(String begun) {
    assertThat(script(begun.repeat(20_000)).values()).isEmpty();
  }

  @Test
  void readsWhatIsNamedAgainAndAgainNoMoreOftenThanThereIsRoomFor() {
    String state =
        "window.__NUXT__=(function(a){return ["
            + "a,".repeat(200_000)
            + "1]}(["
            + "1,".repeat(200_000)
            + "1]))";

    assertThat(StateReader.listed(script(state), PageHints.none(), 1)).isEmpty();
    assertThat(StateReader.known(script(state), PageHints.none())).isEmpty();
  }

  @Test
  void readsWhatACallNames() {
    String state =
        "window.__NUXT__=(function(a,b){return {list:[a,b,a],title:\"A page of some words\"}}(1,{c:2}))";

    assertThat(script(state).values().get("window.__NUXT__").path("list").size()).isEqualTo(3);
  }

  @Test
  void takesNoMoreOfManyScriptsOfOneNameThanThereIsRoomFor() {
    PageState.Script script =
        new PageState.Script("x", "application/json", "[" + "1,".repeat(30) + "1]");

    assertThat(PageState.of(IntStream.range(0, 50_000).mapToObj(i -> script).toList()).values())
        .hasSize(400);
  }

  @Test
  void looksThroughAListUnderALongNameInTimeThatGrowsWithItsLength() throws Exception {
    String answer = "{\"" + "k".repeat(49_000) + "\":[" + "[],".repeat(900_000) + "[]]}";
    PageState state =
        PageState.of(new com.fasterxml.jackson.databind.ObjectMapper().readTree(answer));

    assertThat(StateReader.listed(state, PageHints.none(), 1)).isEmpty();
  }
}
