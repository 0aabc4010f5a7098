package org.vigie.casework.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SectorsTest {
  @Test
  void areToldByTheWordsOfATextAndElseUnknown() throws Exception {
    Sectors sectors = Sectors.load();

    assertThat(sectors.of("Strawberry pickers wanted for the harvest")).isEqualTo("agriculture");
    assertThat(sectors.of("Сварщики и каменщики на стройку")).isEqualTo("construction");
    assertThat(sectors.of("Serveuse pour restaurant à Lyon")).isEqualTo("hospitality");
    assertThat(sectors.of("Sprzątanie biur")).isEqualTo("cleaning");
    assertThat(sectors.of("Good money, call now")).isEqualTo(Domain.UNKNOWN);
  }
}
