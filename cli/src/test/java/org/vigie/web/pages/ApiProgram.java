package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/** A program that asks a console with a token. */
record ApiProgram(ServedConsole served) {
  private static final ObjectMapper JSON = new ObjectMapper();

  HttpResponse<String> ask(String path, String token) throws Exception {
    return served.nobody().raw("GET", path, "", "Authorization", "Bearer " + token);
  }

  JsonNode read(String path, String token) throws Exception {
    HttpResponse<String> response = ask(path, token);
    assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  HttpResponse<String> post(String path, String form, String token) throws Exception {
    return served.nobody().raw("POST", path, form, "Authorization", "Bearer " + token);
  }
}
