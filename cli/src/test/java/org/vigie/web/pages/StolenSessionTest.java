package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.AdminRequests;
import org.vigie.casework.people.Account;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.ApiTokens;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.pipeline.workspace.Workspace;

/** Whoever took the session of an admin, and knows neither password nor authenticator. */
class StolenSessionTest {
  private static final List<Map.Entry<String, Map<String, String>>> DEEDS =
      List.of(
          Map.entry("/accounts/invitations", Map.of("name", "nina", "role", "admin")),
          Map.entry("/accounts/analyst/rights", Map.of("role", "admin", "enabled", "yes")),
          Map.entry("/accounts/requests", Map.of("part", "disclosure")),
          Map.entry("/accounts/requests", Map.of("part", "oidc")));

  private static final Map<String, String> TOKEN =
      Map.of("title", "reader", "purpose", "operation example", "scope", "adverts", "days", "7");

  @TempDir Path folder;

  @Test
  void ofOneWhoWorksAloneChangesNothing() throws Exception {
    try (ServedConsole alone = ServedConsole.on(new Workspace(folder))) {
      changesNothing(alone);
    }
  }

  @Test
  void ofOneOfTwoAsksForNothing() throws Exception {
    try (ServedConsole two = ServedConsole.ofTwoAdmins(new Workspace(folder))) {
      changesNothing(two);
    }
  }

  private static void changesNothing(ServedConsole served) throws Exception {
    List<Account> before = accounts(served);
    Browser analyst = served.as("analyst"); // who may ask for tokens
    analyst.get("/tokens");
    for (Map<String, String> proof : shown(served)) {
      assertThat(analyst.post("/tokens", with(TOKEN, proof)).statusCode()).isEqualTo(403);
    }
    Browser admin = served.as("admin");
    admin.get("/accounts");
    for (Map<String, String> proof : shown(served)) {
      for (Map.Entry<String, Map<String, String>> deed : DEEDS) {
        assertThat(admin.post(deed.getKey(), with(deed.getValue(), proof)).statusCode())
            .as(deed.getKey())
            .isEqualTo(403);
      }
    }
    assertThat(accounts(served)).isEqualTo(before);
    try (CaseDatabase database = CaseDatabase.open(served.workspace.database(), Console.SCHEMA)) {
      assertThat(new AdminRequests(database, served.clock).pending()).isEmpty();
      assertThat(
              new ApiTokens(database, new java.security.SecureRandom(), served.clock).of("analyst"))
          .isEmpty();
    }
    assertThat(admin.get("/accounts").body()).doesNotContain("/invitation#");
  }

  /** Returns what a thief may show: nothing, the code that opened the session, a guess. */
  private static List<Map<String, String>> shown(ServedConsole served) {
    return List.of(
        Map.of(),
        Map.of("password", "", "code", ""),
        Map.of("password", ServedConsole.PASSWORD, "code", served.codeNow()),
        Map.of("password", "some other sentence", "code", served.codeNow()));
  }

  private static Map<String, String> with(Map<String, String> form, Map<String, String> proof) {
    Map<String, String> whole = new HashMap<>(form);
    whole.putAll(proof);
    return whole;
  }

  private static List<Account> accounts(ServedConsole served) {
    try (CaseDatabase database = CaseDatabase.open(served.workspace.database(), Console.SCHEMA)) {
      return new Accounts(database, served.clock).all();
    }
  }
}
