package org.vigie.capture.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Data that pages get in pieces, or hand on within calls and texts. */
class StreamedStateTest {
  private static PageState of(String... scripts) {
    return PageState.of(
        Stream.of(scripts).map(data -> new PageState.Script("", "", data)).toList());
  }

  private static List<Post> listed(PageState state, String address) {
    return StateReader.listed(state, new PageHints(List.of(address), List.of()), 1);
  }

  @Test
  void joinsARowThatIsCutWithinAWordAndReadsTheTextThatItNames() {
    String text = "Night shifts in the laundry of an invented hotel, bus at the door.";
    PageState state =
        of(
            "self.__next_f.push([1,\"a:T"
                + Integer.toHexString(text.length())
                + ","
                + text
                + "\"])",
            "self.__next_f.push([1,\"7:[\\\"$\\\",{\\\"ad\\\":{\\\"id\\\":88123,\\\"title\\\":\\\"Invented laun\"])",
            "self.__next_f.push([1,\"dry\\\",\\\"body\\\":\\\"$a\\\",\\\"price\\\":\\\"12\\\","
                + "\\\"createdAt\\\":\\\"$D2026-01-20T12:00:00.000Z\\\"}}]\\n\"])");

    Post post = listed(state, "https://board.example.org/ads/88123").getFirst();

    assertThat(post.title()).isEqualTo("Invented laundry");
    assertThat(post.text()).isEqualTo(text);
    assertThat(post.time()).isEqualTo(Instant.parse("2026-01-20T12:00:00Z"));
  }

  @Test
  void readsWhatReactRouterStreams() {
    PageState state =
        of(
            "window.__reactRouterContext.streamController.enqueue(\"[{\\\"_1\\\":2},\\\"post\\\",{\\\"_3\\\":4},"
                + "\\\"title\\\",\\\"Invented spaniel\\\"]\\n\");");

    assertThat(state.values().values().iterator().next().at("/post/title").asText())
        .isEqualTo("Invented spaniel");
  }

  @Test
  void readsWhatSvelteKitHandsToItsStart() {
    PageState state =
        of(
            "{__sveltekit_9z = {base: ''};Promise.all([]).then(([kit, app]) => {kit.start(app, element, {"
                + "node_ids: [0, 2],data: [{type:\"data\",data:{ad:{titel:\"Invented attic\",at:new Date(1770000000000)}}}],form: null});});}");

    assertThat(state.values().get("__sveltekit_").at("/0/data/ad/titel").asText())
        .isEqualTo("Invented attic");
    assertThat(state.values().get("__sveltekit_").at("/0/data/ad/at").asLong())
        .isEqualTo(1_770_000_000_000L);
  }

  @Test
  void readsAStateThatStandsAsATextWithinAnother() {
    String inner =
        "{\\\"ad\\\":{\\\"subject\\\":\\\"Invented villa room\\\",\\\"body\\\":\\\"Own door, shared kitchen, quiet street by the lake.\\\"}}";
    PageState state =
        PageState.of(
            List.of(
                new PageState.Script(
                    "__NEXT_DATA__",
                    "application/json",
                    "{\"props\":{\"state\":\"" + inner + "\"}}")));

    assertThat(state.values().get("__NEXT_DATA__").at("/props/state/ad/subject").asText())
        .isEqualTo("Invented villa room");
  }

  @Test
  void takesWhatNamesThatNobodyListedTellOfAPost() {
    PageState state =
        PageState.of(
            List.of(
                new PageState.Script(
                    "state",
                    "application/json",
                    """
                    {"detail":{"id":"7700123","description":"Invented studio by the canal",
                     "publishedDate":"2026-02-01T08:00:00Z",
                     "attributes":{"attribute":[{"name":"PRICE_FOR_DISPLAY","values":["€ 480"]},
                      {"name":"LOCATION","values":["Examplestadt"]},
                      {"name":"GENERAL_TEXT/Beschreibung","values":["A bright studio for one person, furnished, with a desk, a kitchen of its own and a small balcony to the yard."]}]},
                     "sellerProfileData":{"name":"Leo Example"}}}
                    """)));

    Post post = listed(state, "https://board.example.org/d/studio-7700123").getFirst();

    assertThat(post.title()).isEqualTo("Invented studio by the canal");
    assertThat(post.text()).startsWith("A bright studio");
    assertThat(post.place()).isEqualTo("Examplestadt");
    assertThat(post.fields())
        .containsEntry("price", "€ 480")
        .containsEntry("author", "Leo Example");
    assertThat(post.time()).isEqualTo(Instant.parse("2026-02-01T08:00:00Z"));
  }

  @Test
  void leavesOutWhatIsShownBesideThePostsOfAPage() {
    String post =
        "{\"__typename\":\"Story\",\"post_id\":\"%d\",\"message\":{\"text\":\"%s\"},\"actors\":[{\"name\":\"Ann\"}]}";
    String data =
        "{\"group_feed\":["
            + post.formatted(11, "Invented room to let")
            + "],\"suggested_posts\":["
            + post.formatted(12, "Invented fridge")
            + "]}";

    PageState state = PageState.of(List.of(new PageState.Script("data", "application/json", data)));

    assertThat(StateReader.known(state, PageHints.none()))
        .extracting(Post::text)
        .containsExactly("Invented room to let");
  }
}
