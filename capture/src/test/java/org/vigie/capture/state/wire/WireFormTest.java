package org.vigie.capture.state.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WireFormTest {
  private static JsonNode plain(String json) {
    return WireForm.plain(json(json));
  }

  private static JsonNode json(String json) {
    try {
      return new ObjectMapper().readTree(json.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void unfoldsAListWhosePartsAreNamedByTheirPlaces() {
    JsonNode plain =
        plain(
            "[['ShallowReactive',1],{'ads':2},[3],{'title':4,'posted':5,'sold':-1},"
                + "'Invented ladder',['Date','2026-02-03T04:05:06.000Z']]");

    assertThat(plain.at("/ads/0/title").asText()).isEqualTo("Invented ladder");
    assertThat(plain.at("/ads/0/posted").asText()).isEqualTo("2026-02-03T04:05:06.000Z");
    assertThat(plain.at("/ads/0/sold").isNull()).isTrue();
  }

  @Test
  void unfoldsAListWhoseMembersAreNamedByPlaceToo() {
    JsonNode plain =
        plain(
            "[{'_1':2,'_5':6},'loaderData',{'_3':4},'title','Invented lamp','at',['D',1770000000000]]");

    assertThat(plain.at("/loaderData/title").asText()).isEqualTo("Invented lamp");
    assertThat(plain.at("/at").asLong()).isEqualTo(1_770_000_000_000L);
  }

  @Test
  void leavesAListOfPlainObjectsAsItIs() {
    JsonNode list =
        json("[{'id':1,'title':'Chair'},{'id':2,'title':'Table'},{'id':3,'title':'Bed'}]");

    assertThat(WireForm.plain(list)).isSameAs(list);
  }

  @Test
  void followsTheNamesOfACache() {
    JsonNode plain =
        plain(
            "{'ROOT_QUERY':{'ad':{'__ref':'Ad:7'}},'Ad:7':{'__typename':'Ad','title':'Invented desk',"
                + "'seller':{'__ref':'User:9'}},'User:9':{'__typename':'User','name':'Ann Example',"
                + "'ads':[{'__ref':'Ad:7'}]}}");

    assertThat(plain.at("/Ad:7/seller/name").asText()).isEqualTo("Ann Example");
  }

  @Test
  void setsWhatAnAnswerIncludesWhereItBelongs() {
    JsonNode plain =
        plain(
            "{'data':{'type':'topics','id':'1','attributes':{'title':'Invented topic'},"
                + "'relationships':{'posts':{'data':[{'type':'posts','id':'5'}]}}},"
                + "'included':[{'type':'posts','id':'5','attributes':{'content':'Who has a saw?'},"
                + "'relationships':{'user':{'data':{'type':'users','id':'3'}}}},"
                + "{'type':'users','id':'3','attributes':{'name':'Ben Example'}}]}");

    assertThat(plain.at("/posts/0/content").asText()).isEqualTo("Who has a saw?");
    assertThat(plain.at("/posts/0/title").asText()).isEqualTo("Invented topic");
    assertThat(plain.at("/posts/0/user/name").asText()).isEqualTo("Ben Example");
  }

  @Test
  void readsWhatAnIslandOfAstroIsHanded() {
    JsonNode plain =
        AstroProps.plain(
            json(
                "{'ads':[1,[[0,{'title':[0,'Invented tent'],'at':[3,'2026-01-02T03:04:05.000Z']}]]]}"));

    assertThat(plain.at("/ads/0/title").asText()).isEqualTo("Invented tent");
    assertThat(plain.at("/ads/0/at").asText()).isEqualTo("2026-01-02T03:04:05.000Z");
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void unfoldsNoMoreThanThereIsRoomFor() {
    StringBuilder list = new StringBuilder("[[1,1,1,1,1,1,1,1,1,1]");
    for (int i = 1; i < 50; i++) {
      list.append((",[" + "%1$d,".repeat(99) + "%1$d]").formatted(i + 1));
    }
    JsonNode plain = plain(list + ",'x']");

    assertThat(size(plain)).isLessThan(10 * WireForm.MAX_VALUES);
  }

  private static long size(JsonNode node) {
    long size = 1;
    for (JsonNode member : node) {
      size += size(member);
    }
    return size;
  }

  @Test
  void joinsThePiecesOfATextInBlocks() {
    JsonNode text =
        json(
            "{'blocks':[{'spans':[{'t':'Room with a '},{'t':'balcony','b':true}]},"
                + "{'spans':[{'t':'No pets'}]}]}");

    assertThat(BlockPieces.text(text)).isEqualTo("Room with a balcony\nNo pets");
  }
}
