# A day that may be another one is told where it was in doubt.

$ printf '<html lang=en><title>Cranes stand still</title><h1>Cranes stand still</h1><p>03/04/2026</p><p>The crane drivers of the north quay have refused to unload the ship since Tuesday, and nobody has been sent home for it.</p><p>They want the second man back in the cabin, as the rules of the port have had it for forty years, and a lamp that works.</p>' | syndicat fetch - --explain | grep published
published     2026-03-04T00:00:00Z  (date line; day and month may change places: read as in en)
