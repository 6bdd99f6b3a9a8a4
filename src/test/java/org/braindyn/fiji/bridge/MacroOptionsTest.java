package org.braindyn.fiji.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.braindyn.data.BadInput;
import org.junit.jupiter.api.Test;

class MacroOptionsTest {
  @Test
  void readsValuesBracketsAndBareWords() {
    MacroOptions options =
        new MacroOptions("scan=[my scan [1].nii] top_k=7 k=3 save  note=[a k=9 b] Zed=false");
    assertEquals("my scan [1].nii", options.get("scan"));
    assertEquals("3", options.get("k"));
    assertEquals("a k=9 b", options.get("note"));
    assertTrue(options.flag("save"));
    assertFalse(options.flag("zed"));
    assertFalse(options.flag("b"));
    assertNull(options.get("missing"));
  }

  @Test
  void oneKeyHasOneValue() {
    BadInput error =
        assertThrows(BadInput.class, () -> new MacroOptions("order=4 convention=FSL order=2"));
    assertTrue(error.getMessage().contains("order twice"), error.getMessage());
    assertEquals("4", new MacroOptions("order=4 border=2 order=4").get("order"));
  }

  @Test
  void emptyMeansNone() {
    assertFalse(new MacroOptions(null).keys().iterator().hasNext());
    assertFalse(new MacroOptions("  ").keys().iterator().hasNext());
  }

  @Test
  void anOpenBracketIsAnError() {
    BadInput error = assertThrows(BadInput.class, () -> new MacroOptions("scan=[abc k=3"));
    assertTrue(error.getMessage().contains("[abc k=3"), error.getMessage());
  }

  @Test
  void aFlagIsTrueOrFalse() {
    assertThrows(BadInput.class, () -> new MacroOptions("save=maybe").flag("save"));
  }
}
