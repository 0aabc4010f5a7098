package org.vigie.casework.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimPathTest {
  private static final List<String> ROLES = List.of("unit-analysts");

  @Test
  void readsAClaimOfThatNameAlone() {
    assertThat(new ClaimPath("groups").in(Map.of("groups", ROLES)::get)).isEqualTo(ROLES);
    assertThat(new ClaimPath("groups").in(Map.of("group", ROLES)::get)).isNull();
  }

  @Test
  void goesIntoObjectsByDots() {
    Map<String, Object> claims =
        Map.of(
            "realm_access", Map.of("roles", ROLES),
            "resource_access", Map.of("vigie.example.org", Map.of("roles", List.of("b"))));

    assertThat(new ClaimPath("realm_access.roles").in(claims::get)).isEqualTo(ROLES);
    assertThat(new ClaimPath("resource_access.vigie.example.org.roles").in(claims::get))
        .isEqualTo(List.of("b"));
    assertThat(new ClaimPath("realm_access.roles.more").in(claims::get)).isNull();
    assertThat(new ClaimPath("realm_access.").in(claims::get)).isNull();
    assertThat(new ClaimPath(".roles").in(claims::get)).isNull();
  }

  @Test
  void takesAClaimOfTheWholeNameFirst() {
    Map<String, Object> claims =
        Map.of(
            "https://example.org/roles",
            List.of("a"),
            "realm_access.roles",
            List.of("b"),
            "realm_access",
            Map.of("roles", ROLES));

    assertThat(new ClaimPath("https://example.org/roles").in(claims::get)).isEqualTo(List.of("a"));
    assertThat(new ClaimPath("realm_access.roles").in(claims::get)).isEqualTo(List.of("b"));
  }
}
