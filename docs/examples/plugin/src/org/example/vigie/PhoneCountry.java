package org.example.vigie;

import java.util.Map;
import org.vigie.advert.Advert;
import org.vigie.advert.plugin.EnricherPlugin;

/** Says of an advert whether its text names a number of the prefix +353. */
public final class PhoneCountry implements EnricherPlugin {
  @Override
  public String name() {
    return "phone-country";
  }

  @Override
  public Map<String, String> fields(Advert advert) {
    return advert.text().contains("+353") ? Map.of("phone.country", "IE") : Map.of();
  }
}
