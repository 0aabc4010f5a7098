package org.vigie.capture.state.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class TextSectionsTest {
  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }

  @Test
  void joinsTheSectionsOfAList() throws JsonProcessingException {
    JsonNode list =
        json(
            "{'section':[{'name':'Tasks','value':'Bake the bread.'},{'name':'We give','value':'A room upstairs.'}]}");

    assertThat(TextSections.in(list))
        .isEqualTo("Tasks\nBake the bread.\nWe give\nA room upstairs.");
  }

  @Test
  void joinsTheSectionsOfAnObject() throws JsonProcessingException {
    JsonNode object =
        json(
            "{'requirement':'Two years at an oven.','responsibility':'Bake the bread.','id':'7 8'}");

    assertThat(TextSections.in(object)).isEqualTo("Two years at an oven.\nBake the bread.");
  }

  @Test
  void joinsTheMembersThatAreEachAHeadingAndABody() throws JsonProcessingException {
    JsonNode object =
        json(
            "{'companyDescription':{'title':'We','text':'We sail far.'},'jobDescription':{'title':'Tasks','text':'Bake the bread.'},"
                + "'qualifications':{'title':'You','text':'Early hours.'},'videos':{'urls':[]}}");

    assertThat(TextSections.in(object)).isEqualTo("Tasks\nBake the bread.\nYou\nEarly hours.");
  }

  @Test
  void addsTheSectionsThatStandBesideAText() throws JsonProcessingException {
    JsonNode object = json("{'requirements':'Early hours.','benefits':'x','slug':'a b'}");

    assertThat(TextSections.beside(object, "Bake the bread."))
        .isEqualTo("Bake the bread.\nEarly hours.");
  }

  @Test
  void takesAListOfThingsForNoSections() throws JsonProcessingException {
    assertThat(TextSections.in(json("[{'name':'Red','value':'7'},{'name':'Blue','value':'8'}]")))
        .isEmpty();
    assertThat(TextSections.in(json("{'a':{'b':1}}"))).isEmpty();
  }
}
