package org.braindyn.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;
import org.junit.jupiter.api.Test;

class KindSettingsTest {
  private static final ModelKind RESIDUAL = ModelKinds.named("linear skip");

  @Test
  void wishesArePresetsChangedAndCarriedWhereTheyAreKnown() {
    KindSettings own = RESIDUAL.defaults();
    assertEquals(4, own.whole("epochs"));
    KindSettings wished = own.with(" members=2; method = rk4 ").with(Seed.of(7));
    assertEquals(2, wished.whole("members"));
    assertEquals("rk4", wished.word("method"));
    assertEquals(5, own.whole("members"), "immutable");
    KindSettings other = wished.carriedTo(ModelKinds.named("no graph"));
    assertEquals("rk4", other.word("method"));
    assertEquals(30, other.whole("epochs"), "a preset is no wish");
    assertEquals(7, other.seed().value());
  }

  @Test
  void whatIsNoSettingOrOutOfRangeIsNamed() {
    KindSettings own = RESIDUAL.defaults();
    assertTrue(refusal(own, "order=2").contains("Its settings are epochs, last, batch"));
    assertTrue(refusal(own, "members=0").contains("from 1 to 100"));
    assertTrue(refusal(own, "members=2.5").contains("whole number"));
    assertTrue(refusal(own, "members=many").contains("not a number"));
    assertTrue(refusal(own, "method=magic").contains("Choose from"));
    assertTrue(refusal(own, "members").contains("no name=value"));
    assertTrue(refusal(ModelKinds.named("zero").defaults(), "x=1").contains("It has none"));
  }

  private static String refusal(KindSettings settings, String text) {
    return assertThrows(BadInput.class, () -> settings.with(text)).getMessage();
  }

  @Test
  void aRefitEndsAfterTheMiddleOfTheBestEpochs() {
    DataIdentity data =
        new DataIdentity(
            null, 2, "context", "", List.of(), List.of(), List.of(), java.util.Map.of());
    List<Provenance.Member> members =
        List.of(
            new Provenance.Member(4, 1),
            new Provenance.Member(1, 1),
            new Provenance.Member(3, 1),
            new Provenance.Member(2, 1));
    Provenance from =
        new Provenance(
            "released",
            ModelKinds.named("released").defaults().with("epochs", 9).values(),
            1,
            "",
            data,
            members,
            true,
            java.util.Map.of());
    Provenance read = Provenance.of("released", from.info());
    assertEquals(members, read.members(), "a list of epochs is understood");
    KindSettings again = read.again(ModelKinds.named("released"));
    assertEquals(9, again.whole("epochs"), "the plan of rates stays");
    assertEquals(3, again.whole("last"), "2.5 rounded up");
  }

  @Test
  void anUnknownNameListsTheKinds() {
    BadInput error = assertThrows(BadInput.class, () -> ModelKinds.named("best"));
    assertTrue(error.getMessage().contains("linear skip, released, continuous"));
    assertEquals("linear skip", ModelKinds.named("Linear Skip").name());
  }
}
