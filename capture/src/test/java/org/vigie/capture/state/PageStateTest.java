package org.vigie.capture.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageStateTest {
  private static PageState of(String id, String type, String data) {
    return PageState.of(List.of(new PageState.Script(id, type, data)));
  }

  @Test
  void readsWhatStandsInAScriptOfJson() {
    PageState state =
        of(
            "__NEXT_DATA__",
            "application/json",
            "{\"props\": {\"ad\": {\"subject\": \"Invented room\"}}}");

    assertThat(state.values().get("__NEXT_DATA__").at("/props/ad/subject").asText())
        .isEqualTo("Invented room");
  }

  @Test
  void readsWhatAScriptGivesToANameWithoutRunningIt() {
    PageState state =
        of(
            "",
            "",
            "var a=1;window.__STATE__ = {ad: {'title': \"Invented\\u0020bicycle\", old: undefined, sold: !1}};f();");

    assertThat(state.values().get("window.__STATE__").at("/ad/title").asText())
        .isEqualTo("Invented bicycle");
    assertThat(state.values().get("window.__STATE__").at("/ad/sold").asBoolean(true)).isFalse();
  }

  @Test
  void readsJsonThatIsKeptAsAText() {
    PageState state =
        of(
            "",
            "",
            "window.__PRERENDERED_STATE__= \"{\\\"ad\\\":{\\\"title\\\":\\\"Invented table of oak\\\"}}\";");

    assertThat(state.values().get("window.__PRERENDERED_STATE__").at("/ad/title").asText())
        .isEqualTo("Invented table of oak");
  }

  @Test
  void readsTheSignsThatAngularEscapes() {
    PageState state =
        of(
            "serverApp-state",
            "application/json",
            "{&q;G.ads&q;:{&q;body&q;:{&q;title&q;:&q;Bed &a; board at Ann&s;s, &l;b&g;&a;quot;free&l;/b&g;&q;}}}");

    assertThat(state.values().get("serverApp-state").at("/G.ads/body/title").asText())
        .isEqualTo("Bed & board at Ann's, <b>&quot;free</b>");
  }

  @Test
  void readsTheFormThatNuxtWrites() {
    PageState state =
        of(
            "",
            "",
            "window.__NUXT__=(function(a,b){return {data:[{title:a,price:b}]}}(\"Invented lamp\",12));");

    assertThat(state.values().get("window.__NUXT__").at("/data/0/title").asText())
        .isEqualTo("Invented lamp");
    assertThat(state.values().get("window.__NUXT__").at("/data/0/price").asInt()).isEqualTo(12);
  }

  @Test
  void joinsTheRowsThatNextStreams() {
    PageState state =
        PageState.of(
            List.of(
                new PageState.Script(
                    "", "", "self.__next_f.push([1,\"5:{\\\"ads\\\":[{\\\"title\\\":\\\"Inven\"])"),
                new PageState.Script(
                    "", "", "self.__next_f.push([1,\"ted boat\\\"}]}\\n6:T3,abc7:[1]\\n\"])")));

    assertThat(state.values().get("__next_f 5").at("/ads/0/title").asText())
        .isEqualTo("Invented boat");
  }

  @Test
  void passesOverScriptsThatCarryNoData() {
    assertThat(
            of("", "", "if (a == b) { c = function() { return d(); } } else { e = (f); g = [h(); }")
                .isEmpty())
        .isTrue();
  }
}
